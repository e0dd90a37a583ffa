import { type Matrix, zeros } from './matrix.ts'
import type { Network } from './network.ts'

/** A T × `columns` matrix whose row t has a 1 in column `indices[t]` and zeros elsewhere; never written out. */
export interface OneHot {
  readonly rows: number
  readonly columns: number
  readonly indices: Int32Array
}

/** What a network reads, T × inputs: symbols by their places in the alphabet, or real vectors. */
export type Inputs = OneHot | Matrix

/** True for symbols, false for real vectors. */
export function isOneHot(inputs: Inputs): inputs is OneHot {
  return 'indices' in inputs
}

/** What the first layer gets: the embedding's rows for symbols where the network has an embedding. */
export function embedded({ embedding }: Network, inputs: Inputs): Inputs {
  if (!embedding || !isOneHot(inputs)) return inputs
  const columns = embedding.shape[1] ?? 0
  const vectors = zeros(inputs.rows, columns)
  inputs.indices.forEach((index, t) => {
    vectors.data.set(embedding.data.subarray(index * columns, (index + 1) * columns), t * columns)
  })
  return vectors
}
