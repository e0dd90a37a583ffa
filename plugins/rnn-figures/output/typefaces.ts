import { readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'
import type { Run } from '../scene/scene.ts'

export type Face = NonNullable<Run['face']>

/** A font file (TrueType or OpenType, one font), opened. */
export interface Typeface {
  /** A short name that begins with a letter and differs from those of all others. */
  readonly id: string
  readonly bytes: Uint8Array
  readonly font: Font
}

/** The typefaces of each face, in the order in which a symbol is looked for in them. */
export type Typefaces = Readonly<Record<Face, readonly Typeface[]>>

/** The fonts that come with the package, by face; the last has blanks and controls as they are printed. */
const bundled = {
  sans: 'SourceSans3-Regular.ttf',
  italic: 'SourceSans3-It.ttf',
  mono: 'SourceCodePro-Regular.ttf',
  y: 'Symbols.ttf',
} as const satisfies Readonly<Record<Face | 'y', string>>

export type BundledName = keyof typeof bundled

/** Every bundled font. */
export const bundledNames = Object.keys(bundled) as readonly BundledName[]

/** Opens a font; `name` is what errors call it. Throws an error in one sentence if the bytes are no such font. */
export function typeface(id: string, name: string, bytes: Uint8Array): Typeface {
  const font = opened(bytes)
  if (font && 'layout' in font) return { id, bytes, font }
  throw new Error(`${name} is not a TrueType or OpenType font${font ? ' but a collection of several' : ''}.`)
}

function opened(bytes: Uint8Array) {
  try {
    return create(Buffer.from(bytes))
  } catch {
    return undefined
  }
}

/** The bundled typefaces, and after them `fallbacks` for symbols that they lack. */
export function typefaces(fallbacks: readonly Typeface[] = []): Typefaces {
  const own = (face: Face): readonly Typeface[] => [bundledTypeface(face), bundledTypeface('y'), ...fallbacks]
  return { sans: own('sans'), italic: own('italic'), mono: own('mono') }
}

function bundledTypeface(name: BundledName): Typeface {
  return typeface(name.charAt(0), bundled[name], bundledBytes(name))
}

/** The bytes of a bundled font. */
export function bundledBytes(name: BundledName): Uint8Array {
  return readFileSync(new URL(import.meta.resolve(`astro-rnn-figures/fonts/${bundled[name]}`)))
}
