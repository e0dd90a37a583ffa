import { create } from 'fontkit'
import type { Typeface } from './typefaces.ts'

/** Opens a font for the words of a card. Throws an error in one sentence if no words can be set in it. */
export function cardFont(id: string, bytes: Uint8Array): Typeface {
  const font = attempt(() => create(Buffer.from(bytes)))
  if (font && 'layout' in font && font.type !== 'WOFF2') return { id, bytes, font }
  const kind = font?.type === 'WOFF2' ? 'is a WOFF2 file' : 'is no font file'
  throw new Error(`A font of the words on cards ${kind}: take TrueType, OpenType or WOFF.`)
}

function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
