import type { Parameter } from './parameters.ts'

/**
 * out = W v + b, where v is the entries of `from` that begin at `start`, and b may be missing.
 *
 * W is read row after row as it is stored, eight rows at a time: each entry of v is loaded once for eight independent
 * sums, which is what keeps a processor busy that otherwise waits for one addition after another.
 */
export function affine(
  weight: Parameter,
  from: Float64Array,
  start: number,
  bias: Parameter | undefined,
  out: Float64Array,
): void {
  const columns = weight.shape[1] ?? 0
  const rows = out.length
  const W = weight.data
  const first = bias?.data ?? out.fill(0)
  let r = 0
  for (; r + 8 <= rows; r += 8) eightRows(W, r, columns, from, start, first, out)
  for (; r < rows; r++) {
    let sum = first[r] as number
    for (let c = 0; c < columns; c++) sum += (W[r * columns + c] as number) * (from[start + c] as number)
    out[r] = sum
  }
}

function eightRows(
  W: Float32Array | Float64Array,
  r: number,
  columns: number,
  from: Float64Array,
  start: number,
  first: Float32Array | Float64Array,
  out: Float64Array,
): void {
  // `| 0` tells the engine that an index is a small whole number.
  const row0 = (r * columns) | 0
  const row1 = (row0 + columns) | 0
  const row2 = (row1 + columns) | 0
  const row3 = (row2 + columns) | 0
  const row4 = (row3 + columns) | 0
  const row5 = (row4 + columns) | 0
  const row6 = (row5 + columns) | 0
  const row7 = (row6 + columns) | 0
  let sum0 = first[r] as number
  let sum1 = first[r + 1] as number
  let sum2 = first[r + 2] as number
  let sum3 = first[r + 3] as number
  let sum4 = first[r + 4] as number
  let sum5 = first[r + 5] as number
  let sum6 = first[r + 6] as number
  let sum7 = first[r + 7] as number
  for (let c = 0; c < columns; c = (c + 1) | 0) {
    const entry = from[(start + c) | 0] as number
    sum0 += (W[(row0 + c) | 0] as number) * entry
    sum1 += (W[(row1 + c) | 0] as number) * entry
    sum2 += (W[(row2 + c) | 0] as number) * entry
    sum3 += (W[(row3 + c) | 0] as number) * entry
    sum4 += (W[(row4 + c) | 0] as number) * entry
    sum5 += (W[(row5 + c) | 0] as number) * entry
    sum6 += (W[(row6 + c) | 0] as number) * entry
    sum7 += (W[(row7 + c) | 0] as number) * entry
  }
  out[r] = sum0
  out[r + 1] = sum1
  out[r + 2] = sum2
  out[r + 3] = sum3
  out[r + 4] = sum4
  out[r + 5] = sum5
  out[r + 6] = sum6
  out[r + 7] = sum7
}
