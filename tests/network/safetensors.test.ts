import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNetworkError } from '../../plugins/rnn-figures/network/network-error.ts'
import { fromBF16, fromF16 } from '../../plugins/rnn-figures/network/weights/half.ts'
import { safetensors } from '../../plugins/rnn-figures/network/weights/safetensors.ts'
import expected from '../reference/dtypes.json' with { type: 'json' }
import reference from '../reference/weights.json' with { type: 'json' }
import { fileOf, fileWith, thrownBy, zeros } from './safetensors-file.ts'

const dtypes = new Uint8Array(readFileSync(resolve(import.meta.dirname, '../reference/dtypes.safetensors')))

function valuesOf(bytes: Uint8Array, name: string): Float32Array | Float64Array | undefined {
  return safetensors(bytes).tensors.get(name)?.values()
}

/** Reads a file and every tensor in it. */
function readAll(bytes: Uint8Array): void {
  for (const { values } of safetensors(bytes).tensors.values()) values()
}

describe('numbers of 16 bits', () => {
  const patterns = Array.from({ length: 65536 }, (_, bits) => bits)
  const hashOf = (decode: (bits: number) => number): string => {
    const numbers = Float64Array.from(patterns, (bits) => (Number.isNaN(decode(bits)) ? 0 : decode(bits)))
    return createHash('sha256').update(new Uint8Array(numbers.buffer)).digest('hex')
  }

  test('are those of PyTorch, every one', () => {
    expect(hashOf(fromF16)).toBe(reference.halfSha256.F16)
    expect(hashOf(fromBF16)).toBe(reference.halfSha256.BF16)
  })

  test('are float32, so nothing is rounded', () => {
    for (const bits of patterns) {
      expect(Object.is(Math.fround(fromF16(bits)), fromF16(bits))).toBe(true)
      expect(Object.is(Math.fround(fromBF16(bits)), fromBF16(bits))).toBe(true)
    }
  })

  test('are zeros, subnormals, infinities and NaN', () => {
    expect([0x0000, 0x8000, 0x0001, 0x03ff, 0x3c00, 0x7bff, 0x7c00, 0xfc00, 0x7e00].map(fromF16)).toEqual([
      0,
      -0,
      2 ** -24,
      1023 * 2 ** -24,
      1,
      65504,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NaN,
    ])
    expect([0x8000, 0x0001, 0x3f80, 0x7f80, 0xff80, 0x7f81].map(fromBF16)).toEqual([
      -0,
      2 ** -133,
      1,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NaN,
    ])
  })
})

describe('a file', () => {
  test.each(['f64', 'f32', 'f16', 'bf16'] as const)('gives the numbers of %s', (name) => {
    const values = valuesOf(dtypes, name)
    expect(values).toBeInstanceOf(name === 'f64' ? Float64Array : Float32Array)
    expect(Array.from(values ?? [])).toEqual(expected[name].flat())
  })

  test('gives scalars, tensors without entries, and shapes', () => {
    const { tensors, metadata } = safetensors(dtypes)
    expect(Array.from(valuesOf(dtypes, 'scalar') ?? [])).toEqual([expected.scalar])
    expect(valuesOf(dtypes, 'empty')).toHaveLength(0)
    expect(tensors.get('empty')?.shape).toEqual([0, 4])
    expect(tensors.get('bool')).toMatchObject({ dtype: 'BOOL', shape: [2] })
    expect(metadata).toEqual({ note: 'edge cases: all dtypes, scalar, empty' })
  })

  test.each(['i64', 'i32', 'u8', 'bool'])('does not give %s as numbers', (name) => {
    expect(() => valuesOf(dtypes, name)).toThrow(
      `Tensor "${name}" holds ${name.toUpperCase()}; weights must be F64, F32, F16, BF16.`,
    )
  })

  test('is read from any place in a buffer, and nothing beside it', () => {
    for (let offset = 0; offset < 9; offset++) {
      const buffer = new Uint8Array(offset + dtypes.length + 13).fill(0xff)
      buffer.set(dtypes, offset)
      const part = buffer.subarray(offset, offset + dtypes.length)
      expect(Array.from(valuesOf(part, 'f64') ?? [])).toEqual(expected.f64.flat())
      expect(Array.from(valuesOf(part, 'scalar') ?? [])).toEqual([expected.scalar])
    }
  })

  test('may have a header whose length begins like a pickle', () => {
    for (const length of [0x0280, 0x0380, 0x0480, 0x0580]) {
      const header = JSON.stringify({ a: { dtype: 'U8', shape: [1], data_offsets: [0, 1] } }).padEnd(length)
      expect(safetensors(fileOf(header, 1)).tensors.size).toBe(1)
    }
  })

  test('may have names that mean something in JavaScript', () => {
    const entry = '{"dtype":"F32","shape":[],"data_offsets":'
    const header = `{"__metadata__":{"__proto__":"m"},"__proto__":${entry}[0,4]},"constructor":${entry}[4,8]}}`
    const { tensors, metadata } = safetensors(fileOf(header, 8))
    expect([...tensors.keys()]).toEqual(['__proto__', 'constructor'])
    expect(Object.entries(metadata)).toEqual([['__proto__', 'm']])
    expect(({} as Record<string, unknown>).dtype).toBeUndefined()
  })

  test('may hold its tensors in any order, and no tensor at all', () => {
    const header =
      '{"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]},"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}'
    expect([...safetensors(fileOf(header, 3)).tensors.keys()]).toEqual(['b', 'a'])
    const empty = '"e":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}'
    const after = `{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},${empty}}`
    expect([...safetensors(fileOf(after, 1)).tensors.keys()]).toEqual(['a', 'e'])
    expect(safetensors(fileOf('{}')).tensors.size).toBe(0)
  })
})

describe('a file that is wrong', () => {
  const head = (length: bigint, rest = 0): Uint8Array => {
    const bytes = new Uint8Array(8 + rest)
    new DataView(bytes.buffer).setBigUint64(0, length, true)
    return bytes
  }
  const one = (entry: object, data = 4): Uint8Array =>
    fileOf(JSON.stringify({ a: { dtype: 'F32', shape: [1], data_offsets: [0, 4], ...entry } }), data)
  const two = (second: readonly number[], data = 8): Uint8Array => {
    const b = { dtype: 'U8', shape: [(second[1] ?? 0) - (second[0] ?? 0)], data_offsets: second }
    return fileOf(JSON.stringify({ a: { dtype: 'F32', shape: [1], data_offsets: [0, 4] }, b }), data)
  }
  const header = (length: bigint): string =>
    `The weights are not safetensors: their first 8 bytes give a header of ${length} bytes; allowed are 1 to 1000000.`
  const pickle = 'The weights are a pickle of PyTorch, not safetensors; a pickle may run code when it is loaded.'
  const entry = (found: string): string =>
    `Tensor "a" must be an object with dtype, shape and data_offsets, not ${found}.`
  const shape = (found: string): string =>
    `The shape of tensor "a" must be a list of whole numbers from 0 on, not ${found}.`
  const offsets = (found: string): string =>
    `The data_offsets of tensor "a" must be two whole numbers from 0 on, not ${found}.`
  const falling = (found: string): string => `The data_offsets of tensor "a" must rise, not ${found}.`
  const cut = (end: number): string =>
    `Tensor "a" ends at byte ${end} after the header, but only 4 follow: the file is cut off.`
  const overflow = (found: string): string =>
    `Tensor "a" of shape ${found} has too many entries to count; at most 2⁵³ bytes.`
  const short = (length: number): string =>
    `The weights are not safetensors: those begin with 8 bytes that give their header's length, but the file has only ${length}.`

  const wrong: Readonly<Record<string, readonly [bytes: Uint8Array, message: string]>> = {
    'no byte': [new Uint8Array(0), short(0)],
    'seven bytes': [new Uint8Array(7), short(7)],
    'a zip archive': [Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 8, 8, 0, 0]), pickle],
    'the first bytes of a zip archive': [Uint8Array.from([0x50, 0x4b, 3, 4]), pickle],
    'a pickle of protocol 2': [Uint8Array.from([0x80, 2, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9]), pickle],
    'a pickle of protocol 5': [Uint8Array.from([0x80, 5, 0x95, 1, 0, 0, 0, 0, 0, 0]), pickle],
    'a header of no bytes': [head(0n, 10), header(0n)],
    'a header just too long': [head(1_000_001n, 1_000_001), header(1_000_001n)],
    'a header of 2⁵³ + 1 bytes': [head(2n ** 53n + 1n, 10), header(2n ** 53n + 1n)],
    'a header of 2⁶⁴ − 1 bytes': [head(2n ** 64n - 1n, 10), header(2n ** 64n - 1n)],
    'a header beyond the file': [head(11n, 10), 'The weights end too early: their header has 11 bytes, but 10 follow.'],
    'no UTF-8': [fileOf(Uint8Array.from([0x7b, 0xff, 0x7d])), 'The header of the weights is not UTF-8.'],
    'no JSON': [fileOf('{"a":'), 'The header of the weights is not JSON.'],
    'a byte order mark': [fileOf('\ufeff{}'), 'The header of the weights is not JSON.'],
    'a number for a header': [fileOf('1'), 'The header of the weights must be a JSON object of tensors, not 1.'],
    'a list for a header': [
      fileOf('[{}]'),
      'The header of the weights must be a JSON object of tensors, not [an object].',
    ],
    'null for a header': [fileOf('null'), 'The header of the weights must be a JSON object of tensors, not null.'],
    'metadata that is a text': [
      fileOf('{"__metadata__":"pt"}'),
      'The `__metadata__` of the weights must be an object of texts, not "pt".',
    ],
    'metadata that is null': [
      fileOf('{"__metadata__":null}'),
      'The `__metadata__` of the weights must be an object of texts, not null.',
    ],
    'metadata with a number': [
      fileOf('{"__metadata__":{"alphabet":3}}'),
      'The `__metadata__` of the weights must be an object of texts, but "alphabet" is 3.',
    ],
    'a tensor that is null': [fileOf('{"a":null}'), entry('null')],
    'a tensor that is a list': [fileOf('{"a":[1,[2]]}'), entry('[1, […]]')],
    'a tensor without a shape': [one({ shape: undefined }), entry('an object without one of them')],
    'a tensor without a dtype': [one({ dtype: undefined }), entry('an object without one of them')],
    'a tensor without offsets': [one({ data_offsets: undefined }), entry('an object without one of them')],
    'what a tensor inherits': [
      fileOf('{"a":{"__proto__":{"dtype":"F32","shape":[],"data_offsets":[0,0]}}}'),
      entry('an object without one of them'),
    ],
    'an unknown dtype': [
      one({ dtype: 'float32' }),
      'The dtype of tensor "a" must be one of BOOL, U8, I8, F8_E4M3, F8_E5M2, F8_E8M0, U16, I16, F16, BF16, U32, I32, F32, U64, I64, F64, C64, not "float32".',
    ],
    'a shape that is a number': [one({ shape: 1 }), shape('1')],
    'a shape with a negative size': [one({ shape: [1, -1] }), shape('[1, -1]')],
    'a shape with half a row': [one({ shape: [0.5] }), shape('[0.5]')],
    'a shape with a text': [one({ shape: ['1'] }), shape('["1"]')],
    'a shape beyond whole numbers': [one({ shape: [2 ** 53] }), shape('[9007199254740992]')],
    'a shape whose product overflows': [one({ shape: [2 ** 27, 2 ** 27] }), overflow('[134217728, 134217728]')],
    'a shape whose bytes overflow': [one({ shape: [2 ** 52] }), overflow('[4503599627370496]')],
    'a shape that overflows before a zero': [
      one({ shape: [2 ** 52, 2 ** 52, 0], data_offsets: [0, 0] }),
      overflow('[4503599627370496, 4503599627370496, 0]'),
    ],
    'offsets that are an object': [one({ data_offsets: {} }), offsets('an object')],
    'one offset': [one({ data_offsets: [0] }), offsets('[0]')],
    'three offsets': [one({ data_offsets: [0, 4, 4] }), offsets('[0, 4, 4]')],
    'a negative offset': [one({ data_offsets: [-4, 0] }), offsets('[-4, 0]')],
    'an offset that is no whole number': [one({ data_offsets: [0, 3.5] }), offsets('[0, 3.5]')],
    'offsets that fall': [one({ data_offsets: [4, 0] }), falling('[4, 0]')],
    'offsets beyond the file': [one({ data_offsets: [0, 5] }), cut(5)],
    'offsets far beyond the file': [one({ data_offsets: [2 ** 52, 2 ** 52 + 4] }), cut(4503599627370500)],
    'fewer bytes than the shape needs': [one({ shape: [2] }), 'Tensor "a" has 4 bytes, but F32 of shape [2] takes 8.'],
    'more bytes than the shape needs': [
      one({ shape: [0, 9] }),
      'Tensor "a" has 4 bytes, but F32 of shape [0, 9] takes 0.',
    ],
    'tensors that overlap': [two([3, 8]), 'Tensors "a" and "b" overlap; every byte must belong to one tensor.'],
    'a tensor within another': [two([2, 2], 4), 'Tensors "a" and "b" overlap; every byte must belong to one tensor.'],
    'two tensors in one place': [two([0, 4], 4), 'Tensors "a" and "b" overlap; every byte must belong to one tensor.'],
    'a hole': [
      two([6, 8]),
      'Every byte of the weights must belong to a tensor; bytes 4 to 5 after the header, before tensor "b", do not.',
    ],
    'bytes after the last tensor': [
      two([4, 7]),
      'Every byte of the weights must belong to a tensor; the last 1 of 8 bytes after the header do not.',
    ],
    'a name twice': [
      fileOf(
        '{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"a":{"dtype":"U8","shape":[4],"data_offsets":[4,8]}}',
        8,
      ),
      'Every byte of the weights must belong to a tensor; bytes 0 to 3 after the header, before tensor "a", do not.',
    ],
  }

  test.each(Object.entries(wrong))('%s', (_, [bytes, message]) => {
    expect(thrownBy(() => safetensors(bytes))).toMatchObject({ name: 'NetworkError', option: 'weights', message })
  })

  test('of another format is told how to become one', () => {
    for (const bytes of [new Uint8Array(3), head(0n), Uint8Array.from([0x50, 0x4b, 3, 4])]) {
      expect(thrownBy(() => safetensors(bytes))).toMatchObject({
        hint: "Save the weights in Python: safetensors.torch.save_file(model.state_dict(), 'model.safetensors').",
      })
    }
  })

  test('is quoted briefly, and nothing in it acts', () => {
    const quotes = (name: string): string => String(thrownBy(() => safetensors(fileOf(JSON.stringify({ [name]: 0 })))))
    expect(quotes('\u001b[31m\n"\u202e\u0085\u2028\u{e0001}')).toContain(
      'Tensor "\\u001b[31m\\n\\"\\u202e\\u0085\\u2028\\u{e0001}" must',
    )
    expect(quotes('é'.repeat(60))).toContain(`Tensor "${'é'.repeat(60)}" must`)
    expect(quotes('😀'.repeat(70_000))).toContain(`Tensor "${'😀'.repeat(59)}…" must`)
    const long = one({ shape: Array.from({ length: 100_000 }, () => -1) })
    expect(String(thrownBy(() => safetensors(long)))).toContain('not [-1, -1, -1, -1, -1, -1, -1, -1, …].')
    const deep = fileOf(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
    expect(thrownBy(() => safetensors(deep))).toMatchObject({ name: 'NetworkError' })
  })
})

describe('hostile headers of a megabyte', () => {
  const entry = '{"dtype":"U8","shape":[0],"data_offsets":[0,0]}'
  const many = Array.from({ length: 17_000 }, (_, index) => `"t${index}":${entry}`).join(',')
  const files: Readonly<Record<string, Uint8Array>> = {
    'thousands of tensors': fileOf(`{${many}}`),
    'thousands of sizes': fileOf(`{"a":{"dtype":"U8","shape":[${'1,'.repeat(400_000)}1],"data_offsets":[0,1]}}`, 1),
    'a name of a megabyte': fileOf(`{"${'n'.repeat(900_000)}":${entry}}`),
    blanks: fileOf(`{}${' '.repeat(900_000)}`),
    brackets: fileOf('['.repeat(999_999)),
  }

  test.each(Object.entries(files))('%s take well under a second', (_, bytes) => {
    const begin = performance.now()
    const error = thrownBy(() => readAll(bytes))
    expect(performance.now() - begin).toBeLessThan(1000)
    expect(error === undefined || isNetworkError(error)).toBe(true)
  })
})

describe('a damaged file loads, or a sentence says why not', () => {
  const passes = (bytes: Uint8Array): boolean => {
    const error = thrownBy(() => readAll(bytes))
    return error === undefined || isNetworkError(error)
  }
  const floats = fileWith({ a: zeros(2, 3), b: { dtype: 'BF16', shape: [3], data: new Uint16Array(3) } }, { k: 'v' })

  test('cut at every place', () => {
    for (let length = 0; length < floats.length; length++) {
      expect(thrownBy(() => safetensors(floats.subarray(0, length)))).toMatchObject({ name: 'NetworkError' })
    }
  })

  test('with any byte changed to any other', () => {
    for (let place = 0; place < floats.length; place++) {
      for (let value = 0; value < 256; value++) {
        const bytes = floats.slice()
        bytes[place] = value
        if (!passes(bytes)) expect.fail(`byte ${place} as ${value}`)
      }
    }
  })

  test('with any JSON for a header', () => {
    const entries = fc.record({ dtype: fc.jsonValue(), shape: fc.jsonValue(), data_offsets: fc.jsonValue() })
    const near = fc.record({
      dtype: fc.constantFrom('F32', 'F64', 'U8'),
      shape: fc.array(fc.nat(3), { maxLength: 3 }),
      data_offsets: fc.tuple(fc.nat(16), fc.nat(16)),
    })
    const headers = fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.oneof(entries, near)))
    fc.assert(
      fc.property(headers, fc.nat(16), (header, length) => passes(fileOf(JSON.stringify(header), length))),
      { seed: 1, numRuns: 2000 },
    )
  })

  test('of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => passes(bytes) && passes(fileOf(bytes))),
      { seed: 1, numRuns: 2000 },
    )
  })
})
