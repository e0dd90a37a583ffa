import { readFileSync } from 'node:fs'
import type { Run } from '../scene/scene.ts'

export type Face = NonNullable<Run['face']>

/** The fonts that come with the package, by face; the last has blanks and controls as they are printed. */
export const bundledFonts = {
  sans: 'SourceSans3-Regular.ttf',
  italic: 'SourceSans3-It.ttf',
  mono: 'SourceCodePro-Regular.ttf',
  y: 'Symbols.ttf',
} as const satisfies Readonly<Record<Face | 'y', string>>

export type BundledName = keyof typeof bundledFonts

/** The bytes of a bundled font. */
export function bundledBytes(name: BundledName): Uint8Array {
  return readFileSync(new URL(import.meta.resolve(`astro-rnn-figures/fonts/${bundledFonts[name]}`)))
}
