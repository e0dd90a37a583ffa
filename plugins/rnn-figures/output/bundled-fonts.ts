import { readFileSync } from 'node:fs'
import type { Run } from '../scene/scene.ts'

export type Face = NonNullable<Run['face']>

/** The fonts that come with the package, by face, each with a short id; `symbols` has signs for blanks and controls. */
export const bundledFonts = {
  sans: { id: 's', file: 'SourceSans3-Regular.ttf' },
  italic: { id: 'i', file: 'SourceSans3-It.ttf' },
  mono: { id: 'm', file: 'SourceCodePro-Regular.ttf' },
  symbols: { id: 'y', file: 'Symbols.ttf' },
} as const satisfies Readonly<Record<Face | 'symbols', { readonly id: string; readonly file: string }>>

export type BundledName = keyof typeof bundledFonts

/** The bytes of a bundled font. */
export function bundledBytes(name: BundledName): Uint8Array {
  return readFileSync(new URL(import.meta.resolve(`astro-rnn-figures/fonts/${bundledFonts[name].file}`)))
}
