import { cellOf } from '../network/cells.ts'
import type { Reading } from '../network/reading.ts'
import type { Shape } from '../network/shape.ts'
import type { Choice } from './selection.ts'

/** Which layer and direction is meant, where there are several: `layer 2`, `backward`. */
export function whichLayer(network: Shape, { layer, directions }: Choice): readonly string[] {
  return [
    ...(network.layers > 1 ? [`layer ${layer + 1} of ${network.layers}`] : []),
    ...(network.bidirectional && directions.length === 1 ? directions : []),
  ]
}

/** `of an LSTM network`, or `in layer 2 of 3, backward, of an LSTM network`. */
export function ofNetwork({ network }: Reading, choice: Choice): string {
  const where = whichLayer(network, choice)
  const called = cellOf(network).network
  return where.length === 0 ? `of ${called}` : `in ${where.join(', ')}, of ${called}`
}

/** With a capital first letter. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
