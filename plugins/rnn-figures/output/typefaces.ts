import { create, type Font } from 'fontkit'
import { type BundledName, bundledBytes, bundledFonts, type Face } from './bundled-fonts.ts'

/** A font file (TrueType or OpenType, one font), opened. */
export interface Typeface {
  /** A short name that begins with a letter and differs from those of all others. */
  readonly id: string
  readonly bytes: Uint8Array
  readonly font: Font
}

/** The typefaces of each face, in the order in which a symbol is looked for in them. */
export type Typefaces = Readonly<Record<Face, readonly Typeface[]>>

/** Opens a font; `name` is what errors call it. Throws an error in one sentence if the bytes are no such font. */
export function typeface(id: string, name: string, bytes: Uint8Array): Typeface {
  const kind = otherKind(bytes)
  const font = kind === undefined ? opened(bytes) : undefined
  if (font) return { id, bytes, font }
  throw new Error(`${name} is not a TrueType or OpenType font${kind === undefined ? '' : ` but ${kind}`}.`)
}

/** What a file is that begins like fonts which cannot be put into a PDF. */
function otherKind(bytes: Uint8Array): string | undefined {
  return others[Buffer.from(bytes.subarray(0, 4)).toString('latin1')]
}

const others: Readonly<Record<string, string>> = {
  ttcf: 'a collection of several',
  wOFF: 'a compressed one for web pages (WOFF)',
  wOF2: 'a compressed one for web pages (WOFF2)',
}

/** An opened font of which every part is there; fonts are otherwise read only as far as they are asked. */
function opened(bytes: Uint8Array) {
  try {
    const font = create(Buffer.from(bytes))
    return isWhole(bytes) && 'layout' in font && font.unitsPerEm > 0 && font.numGlyphs > 0 ? font : undefined
  } catch {
    return undefined
  }
}

/** True where every table of a font file ends before the file does. Source: OpenType 1.9.1, "Table Directory". */
function isWhole(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  return Array.from({ length: view.getUint16(4) }, (_, table) => 12 + 16 * table).every(
    (at) => view.getUint32(at + 8) + view.getUint32(at + 12) <= bytes.length,
  )
}

/** The bundled typefaces, and after them `fallbacks` for symbols that they lack. */
export function typefaces(fallbacks: readonly Typeface[] = []): Typefaces {
  const others = [bundledTypeface('symbols'), ...fallbacks]
  const own = (face: Face): readonly Typeface[] => [bundledTypeface(face), ...others]
  return { sans: own('sans'), italic: own('italic'), mono: own('mono') }
}

function bundledTypeface(name: BundledName): Typeface {
  const { id, file } = bundledFonts[name]
  return typeface(id, file, bundledBytes(name))
}
