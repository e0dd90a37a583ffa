import type { Mark } from '../scene/scene.ts'
import type { Typeface, Typefaces } from './typefaces.ts'

/** A stretch of text in one typeface; without `found` the typeface has only a box for it. */
export interface Stretch {
  readonly text: string
  readonly typeface: Typeface
  readonly found: boolean
}

const plain = /^[ -~]*$/
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Variation_Selector}]/u
const segmenter = new Intl.Segmenter('en')

/** A text in the first of the typefaces that has each of its graphemes. */
export function stretches(text: string, [first, ...others]: readonly Typeface[]): readonly Stretch[] {
  if (!first) return []
  if (plain.test(text)) return [{ text, typeface: first, found: true }]
  const found: Stretch[] = []
  for (const { segment } of segmenter.segment(text)) {
    const typeface = [first, ...others].find((each) => has(each, segment))
    const next = { text: segment, typeface: typeface ?? first, found: typeface !== undefined }
    const last = found.at(-1)
    if (last?.typeface === next.typeface && last.found === next.found) {
      found[found.length - 1] = { ...next, text: last.text + segment }
    } else found.push(next)
  }
  return found
}

function has({ font }: Typeface, grapheme: string): boolean {
  return Array.from(grapheme).every((character) => {
    const code = character.codePointAt(0) ?? 0
    if (unseen.test(character)) return true
    return font.hasGlyphForCodePoint(code) && (hasInk(font.glyphForCodePoint(code)) || /\s/.test(character))
  })
}

/** A font of coloured pictures has glyphs without outlines. */
function hasInk(glyph: { readonly path: { readonly commands: readonly unknown[] } }): boolean {
  return glyph.path.commands.length > 0
}

/** The graphemes of all texts that no typeface has, each once. */
export function missingSymbols(marks: readonly Mark[], typefaces: Typefaces): readonly string[] {
  const runs = marks.flatMap((mark) => (mark.kind === 'text' ? mark.runs : []))
  const lost = runs
    .flatMap(({ text, face = 'sans' }) => stretches(text, typefaces[face]))
    .filter(({ found }) => !found)
    .flatMap(({ text }) => Array.from(segmenter.segment(text), ({ segment }) => segment))
  return [...new Set(lost)]
}
