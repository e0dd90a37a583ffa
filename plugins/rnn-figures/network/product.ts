import { affine } from './affine.ts'
import type { Parameter } from './parameters.ts'
import { type Simd, simd } from './simd.ts'

/** W v + b again and again: `of` leaves the product with the entries of `from` that begin at `start` in `out`. */
export interface Product {
  readonly out: Float64Array
  readonly of: (from: Float64Array, start: number) => void
}

/** W and b, which may be missing. */
export type Affine = readonly [weight: Parameter, bias: Parameter | undefined]

/**
 * Products that are used together; the next call takes their place. In WebAssembly where there is that, two rows at a
 * time; the sums are those of `affine` to the last bit.
 */
export function products(operands: readonly Affine[]): readonly Product[] {
  return simd ? inMemory(simd, operands) : operands.map(plain)
}

/** A product without WebAssembly. */
export function plain([weight, bias]: Affine): Product {
  const out = new Float64Array(weight.shape[0] ?? 0)
  return { out, of: (from, start) => affine(weight, from, start, bias, out) }
}

const lanes = 8
const pageBytes = 65_536

/** Entries that an operand takes: the weights in groups of eight rows, v, b and the product. */
function entriesOf([{ shape }]: Affine): number {
  const [rows = 0, columns = 0] = shape
  const padded = Math.ceil(rows / lanes) * lanes
  return padded * columns + columns + 2 * padded
}

function inMemory({ memory, affine: multiply }: Simd, operands: readonly Affine[]): readonly Product[] {
  const needed = 8 * operands.reduce((sum, operand) => sum + entriesOf(operand), 0)
  const missing = needed - memory.buffer.byteLength
  if (missing > 0) memory.grow(Math.ceil(missing / pageBytes))
  const all = new Float64Array(memory.buffer)
  let next = 0
  return operands.map((operand) => {
    const begin = next
    next += entriesOf(operand)
    return placed(multiply, all, begin, operand)
  })
}

/** Copies W and b to their place, with the rows of each group of eight side by side; what fills the last group is not read. */
function placed(multiply: Simd['affine'], all: Float64Array, begin: number, [weight, bias]: Affine): Product {
  const [rows = 0, columns = 0] = weight.shape
  const padded = Math.ceil(rows / lanes) * lanes
  const v = begin + padded * columns
  const [b, out] = [v + columns, v + columns + padded]
  const { data } = weight
  for (let r = 0; r < rows; r++) {
    const row = r * columns
    const group = begin + (r - (r % lanes)) * columns + (r % lanes)
    for (let c = 0; c < columns; c++) all[(group + c * lanes) | 0] = data[(row + c) | 0] as number
    all[b + r] = bias ? (bias.data[r] as number) : 0
  }
  return {
    out: all.subarray(out, out + rows),
    of(from, start) {
      for (let c = 0; c < columns; c++) all[v + c] = from[start + c] as number
      multiply(8 * begin, columns, 8 * v, 8 * b, 8 * out, rows)
    },
  }
}
