import { isObject } from './safetensors-header.ts'
import { quoted, quotedValue, weightsError } from './weights-error.ts'

/** A tensor's entry in the header, checked: its bytes are `begin` … `end` − 1 after the header. */
export interface Entry {
  readonly name: string
  readonly dtype: string
  /** Bytes an entry of the array. */
  readonly size: number
  readonly shape: readonly number[]
  readonly begin: number
  readonly end: number
}

/** Bytes an entry of an array. Source: `safetensors/src/tensor.rs`; its types of less than a byte are left out. */
const sizes: ReadonlyMap<string, number> = new Map([
  ['BOOL', 1],
  ['U8', 1],
  ['I8', 1],
  ['F8_E4M3', 1],
  ['F8_E5M2', 1],
  ['F8_E8M0', 1],
  ['U16', 2],
  ['I16', 2],
  ['F16', 2],
  ['BF16', 2],
  ['U32', 4],
  ['I32', 4],
  ['F32', 4],
  ['U64', 8],
  ['I64', 8],
  ['F64', 8],
  ['C64', 8],
])

/** Checks one entry of the header; `available` is how many bytes follow it. Throws a `NetworkError`. */
export function entryOf(name: string, value: unknown, available: number): Entry {
  const { dtype, shape, data_offsets: offsets } = isObject(value) ? value : {}
  if (dtype === undefined || shape === undefined || offsets === undefined) {
    const found = isObject(value) ? 'an object without one of them' : quotedValue(value)
    throw weightsError(`Tensor ${quoted(name)} must be an object with dtype, shape and data_offsets, not ${found}.`)
  }
  const size = typeof dtype === 'string' ? sizes.get(dtype) : undefined
  if (typeof dtype !== 'string' || size === undefined) {
    const known = [...sizes.keys()].join(', ')
    throw weightsError(`The dtype of tensor ${quoted(name)} must be one of ${known}, not ${quotedValue(dtype)}.`)
  }
  if (!isWholeNumbers(shape)) {
    throw weightsError(
      `The shape of tensor ${quoted(name)} must be a list of whole numbers from 0 on, not ${quotedValue(shape)}.`,
    )
  }
  const [begin, end] = range(name, offsets, available)
  const needed = bytesIn(name, shape, size)
  if (end - begin !== needed) {
    throw weightsError(
      `Tensor ${quoted(name)} has ${end - begin} bytes, but ${dtype} of shape ${quotedValue(shape)} takes ${needed}.`,
    )
  }
  return { name, dtype, size, shape, begin, end }
}

function isWholeNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((entry) => Number.isSafeInteger(entry) && entry >= 0)
}

function range(name: string, offsets: unknown, available: number): readonly [begin: number, end: number] {
  const [begin, end, ...others] = isWholeNumbers(offsets) ? offsets : []
  if (begin === undefined || end === undefined || others.length > 0) {
    throw weightsError(
      `The data_offsets of tensor ${quoted(name)} must be two whole numbers from 0 on, not ${quotedValue(offsets)}.`,
    )
  }
  if (begin <= end && end > available) {
    throw weightsError(
      `Tensor ${quoted(name)} ends at byte ${end} after the header, but only ${available} follow: the file is cut off.`,
    )
  }
  if (begin > end) {
    throw weightsError(`The data_offsets of tensor ${quoted(name)} must rise, not [${begin}, ${end}].`)
  }
  return [begin, end]
}

function bytesIn(name: string, shape: readonly number[], size: number): number {
  return shape.reduce((product, length) => {
    const bytes = product * length
    if (bytes <= Number.MAX_SAFE_INTEGER) return bytes
    throw weightsError(
      `Tensor ${quoted(name)} of shape ${quotedValue(shape)} has too many entries to count; at most 2⁵³ bytes.`,
    )
  }, size)
}
