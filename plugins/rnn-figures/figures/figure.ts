import type { Matrix } from '../network/matrix.ts'
import type { Reading } from '../network/reading.ts'
import type { Scene } from '../scene/scene.ts'

/** One kind of figure. */
export interface Figure<Options> {
  /** What it shows, as the start of a title that goes on "… reading abracadabra". */
  readonly phrase: string
  /** A reading as a scene, at most `width` px wide where its symbols allow that. */
  readonly draw: (reading: Reading, options: Options, width: number) => Scene
}

/** The hidden state that a figure draws: the last layer's, read forward; T × H. */
export function hiddenState({ trace }: Reading): Matrix {
  const h = trace.layers.at(-1)?.forward.h
  if (!h) throw new Error('A trace without layers cannot be drawn.')
  return h
}
