import { AstroError } from 'astro/errors'
import type { FontFile } from './font-files.ts'
import { cardFont } from './output/card-font.ts'
import { type Typeface, type Typefaces, typeface, typefaces } from './output/typefaces.ts'

/** The bundled fonts and, for symbols that these lack, a site's own. Throws an error that names one that is none. */
export function siteTypefaces(files: readonly FontFile[]): Typefaces {
  const open = ({ path, bytes }: FontFile, index: number): Typeface =>
    attempt('fonts', 'Take a .ttf or .otf file.', () => typeface(`f${index}-`, JSON.stringify(path), bytes))
  return typefaces(files.map(open))
}

/** Throws an error if no words of a card can be set in a font. */
export function checkCardFont({ path, bytes }: FontFile): void {
  const open = Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'wOFF' ? cardFont : typeface
  attempt('card.font', 'Take a .ttf, .otf or .woff file.', () => open('words', JSON.stringify(path), bytes))
}

function attempt<Result>(option: string, hint: string, action: () => Result): Result {
  try {
    return action()
  } catch (error) {
    throw new AstroError(`rnnFigures(): \`${option}\`: ${(error as Error).message}`, hint)
  }
}
