import type { Parameters } from '../../plugins/rnn-figures/network/parameters.ts'

/** A tensor to write: its bytes are those of `data`, its dtype what is said. */
export interface Written {
  readonly dtype: string
  readonly shape: readonly number[]
  readonly data: ArrayBufferView
}

/** A file of that header, given as it is to stand there, and so many bytes after it. */
export function fileOf(header: string | Uint8Array, data: number | Uint8Array = 0): Uint8Array {
  const text = typeof header === 'string' ? new TextEncoder().encode(header) : header
  const after = typeof data === 'number' ? new Uint8Array(data) : data
  const bytes = new Uint8Array(8 + text.length + after.length)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true)
  bytes.set(text, 8)
  bytes.set(after, 8 + text.length)
  return bytes
}

/** A file of those tensors, one after the other. */
export function fileWith(tensors: Readonly<Record<string, Written>>, metadata?: Readonly<Record<string, unknown>>) {
  let end = 0
  const entries = Object.entries(tensors).map(([name, { dtype, shape, data }]) => {
    const begin = end
    end += data.byteLength
    return [name, { dtype, shape, data_offsets: [begin, end] }] as const
  })
  const all = new Uint8Array(end)
  for (const [name, { data_offsets: offsets }] of entries) {
    const { data } = tensors[name] as Written
    all.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), offsets[0])
  }
  const header = { ...(metadata ? { __metadata__: metadata } : {}), ...Object.fromEntries(entries) }
  return fileOf(JSON.stringify(header), all)
}

/** A file of a network's parameters, each in its own precision. */
export function fileOfParameters(parameters: Parameters): Uint8Array {
  const written = Object.entries(parameters).map(([name, { shape, data }]) => {
    return [name, { dtype: data instanceof Float32Array ? 'F32' : 'F64', shape, data }] as const
  })
  return fileWith(Object.fromEntries(written))
}

/** Float32 zeros. */
export function zeros(...shape: readonly number[]): Written {
  return { dtype: 'F32', shape, data: new Float32Array(shape.reduce((product, size) => product * size, 1)) }
}

/** What a function throws, and undefined where it does not. */
export function thrownBy(attempt: () => unknown): unknown {
  try {
    attempt()
  } catch (error) {
    return error
  }
  return undefined
}
