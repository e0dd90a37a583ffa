import { create } from 'fontkit'
import type { Typeface } from './typefaces.ts'

/** Opens a font for the words of a card, which may be WOFF, too. Throws an error that calls it `name` if it cannot be. */
export function cardFont(id: string, name: string, bytes: Uint8Array): Typeface {
  const font = attempt(() => create(Buffer.from(bytes)))
  if (font && 'layout' in font && font.type !== 'WOFF2') return { id, bytes, font }
  throw new Error(`${name} is not a TrueType, OpenType or WOFF font${font?.type === 'WOFF2' ? ' but WOFF2' : ''}.`)
}

function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
