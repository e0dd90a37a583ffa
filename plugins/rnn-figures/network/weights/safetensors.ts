import { fromBF16, fromF16 } from './half.ts'
import { type Entry, entryOf } from './safetensors-entry.ts'
import { isObject, parts } from './safetensors-header.ts'
import { quoted, quotedValue, weightsError } from './weights-error.ts'

/** What a safetensors file holds: its `__metadata__`, and its tensors under their names. */
export interface TensorFile {
  readonly metadata: Readonly<Record<string, string>>
  readonly tensors: ReadonlyMap<string, Tensor>
}

/** An array in a file: `values` decodes it, row after row; a `NetworkError` where `dtype` is not in `floatTypes`. */
export interface Tensor {
  readonly dtype: string
  readonly shape: readonly number[]
  readonly values: () => Float32Array | Float64Array
}

type Decode = (view: DataView, at: number) => number

/** How to decode the entry that begins at a byte. F16 and BF16 become float32, which holds them exactly. */
const decoders: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ['F64', (view, at) => view.getFloat64(at, true)],
  ['F32', (view, at) => view.getFloat32(at, true)],
  ['F16', (view, at) => fromF16(view.getUint16(at, true))],
  ['BF16', (view, at) => fromBF16(view.getUint16(at, true))],
])

/** The types that weights may have. */
export const floatTypes: readonly string[] = [...decoders.keys()]

/**
 * Reads a safetensors file; nothing is decoded before `values` is called.
 *
 * The format: 8 bytes that give the header's length, the header in JSON, then the tensors without gaps; all numbers
 * little-endian. Throws a `NetworkError` where the file is anything else. Source: the README of
 * `huggingface/safetensors`, which allows longer headers.
 */
export function safetensors(bytes: Uint8Array): TensorFile {
  const { header, data } = parts(bytes)
  const entries = Object.entries(header)
    .filter(([name]) => name !== '__metadata__')
    .map(([name, value]) => entryOf(name, value, data.length))
  checkCover(entries, data.length)
  const tensors = new Map(entries.map((entry) => [entry.name, tensorOf(entry, data)]))
  return { metadata: metadataOf(header.__metadata__), tensors }
}

function metadataOf(metadata: unknown = {}): Readonly<Record<string, string>> {
  if (!isObject(metadata)) {
    throw weightsError(`The \`__metadata__\` of the weights must be an object of texts, not ${quotedValue(metadata)}.`)
  }
  for (const [key, value] of Object.entries(metadata)) {
    if (typeof value !== 'string') {
      const entry = `${quoted(key)} is ${quotedValue(value)}`
      throw weightsError(`The \`__metadata__\` of the weights must be an object of texts, but ${entry}.`)
    }
  }
  return metadata as Readonly<Record<string, string>>
}

/** Every byte belongs to one tensor; so two entries of the same name, of which JSON keeps the last, leave a hole. */
function checkCover(entries: readonly Entry[], available: number): void {
  let [covered, last] = [0, '']
  for (const { name, begin, end } of entries.toSorted((a, b) => a.begin - b.begin || a.end - b.end)) {
    if (begin < covered) {
      throw weightsError(`Tensors ${quoted(last)} and ${quoted(name)} overlap; every byte must belong to one tensor.`)
    }
    if (begin > covered) {
      const hole = `bytes ${covered} to ${begin - 1} after the header, before tensor ${quoted(name)}`
      throw weightsError(`Every byte of the weights must belong to a tensor; ${hole}, do not.`)
    }
    covered = end
    last = name
  }
  if (covered < available) {
    const rest = `the last ${available - covered} of ${available} bytes after the header`
    throw weightsError(`Every byte of the weights must belong to a tensor; ${rest} do not.`)
  }
}

function tensorOf({ name, dtype, size, shape, begin, end }: Entry, data: Uint8Array): Tensor {
  const values = (): Float32Array | Float64Array => {
    const decode = decoders.get(dtype)
    if (!decode) throw weightsError(`Tensor ${quoted(name)} holds ${dtype}; weights must be ${floatTypes.join(', ')}.`)
    const view = new DataView(data.buffer, data.byteOffset + begin, end - begin)
    const numbers = new (dtype === 'F64' ? Float64Array : Float32Array)((end - begin) / size)
    for (let k = 0; k < numbers.length; k++) numbers[k] = decode(view, k * size)
    return numbers
  }
  return { dtype, shape, values }
}
