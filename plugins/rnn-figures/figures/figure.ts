import type { Reading } from '../network/reading.ts'
import type { Scene } from '../scene/scene.ts'

/** One kind of figure: draws a reading at most `width` px wide. */
export type Figure<Options> = (reading: Reading, options: Options, width: number) => Scene

/** The hidden state that a figure draws: the last layer's, read forward; T × H. */
export function hiddenState({ trace }: Reading) {
  const h = trace.layers.at(-1)?.forward.h
  if (!h) throw new Error('A trace without layers cannot be drawn.')
  return h
}
