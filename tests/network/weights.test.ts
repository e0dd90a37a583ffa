import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Matrix, row } from '../../plugins/rnn-figures/network/matrix.ts'
import { type ShapeOptions, seededNetwork } from '../../plugins/rnn-figures/network/network.ts'
import { isNetworkError } from '../../plugins/rnn-figures/network/network-error.ts'
import { parameterShapes } from '../../plugins/rnn-figures/network/parameters.ts'
import { run } from '../../plugins/rnn-figures/network/run.ts'
import { weightsIn } from '../../plugins/rnn-figures/network/weights/weights.ts'
import reference from '../reference/weights.json' with { type: 'json' }
import { fileWith, thrownBy, type Written, zeros } from './safetensors-file.ts'

const bytesOf = (file: string): Uint8Array =>
  new Uint8Array(readFileSync(resolve(import.meta.dirname, '../reference', file)))

const options: Readonly<Record<string, ShapeOptions>> = {
  'rnn-seeded.safetensors': { cell: 'rnn', inputs: 5, hidden: 4 },
  'lstm-seeded.safetensors': { cell: 'lstm', inputs: 5, hidden: 4 },
  'gru-two-layers.safetensors': { cell: 'gru', inputs: 5, hidden: 3, layers: 2, bidirectional: true },
  'rnn-no-bias-f64.safetensors': { cell: 'rnn', nonlinearity: 'relu', inputs: 5, hidden: 4, bias: false },
  'lstm-embedding.safetensors': { cell: 'lstm', inputs: 6, hidden: 6 },
}

const cases = reference.cases.map((expected) => {
  const shape = options[expected.file] as ShapeOptions
  return { ...expected, shape, weights: weightsIn(bytesOf(expected.file), { nonlinearity: shape.nonlinearity }) }
})

const inputs = { rows: reference.indices.length, columns: 5, indices: Int32Array.from(reference.indices) }

/** The largest difference of any two entries; infinite where the sizes differ. */
function difference(matrix: Matrix | undefined, expected: readonly (readonly number[])[]): number {
  if (!matrix || matrix.rows !== expected.length || matrix.columns !== expected[0]?.length)
    return Number.POSITIVE_INFINITY
  return Math.max(
    ...expected.flatMap((values, t) => values.map((value, k) => Math.abs((row(matrix, t)[k] ?? Number.NaN) - value))),
  )
}

describe.each(cases)('$file', ({ prefix, shape, weights, output, logits }) => {
  const { parameters, readout, embedding, ...found } = weights.network

  test('has the shape and the prefix', () => {
    const defaults = { layers: 1, bidirectional: false, bias: true }
    const settings = shape.cell === 'rnn' ? { nonlinearity: shape.nonlinearity ?? 'tanh' } : {}
    expect(found).toEqual({ ...defaults, ...shape, ...settings })
    expect(Object.entries(parameters).map(([name, parameter]) => [name, parameter.shape])).toEqual(
      parameterShapes(found),
    )
    expect(weights.prefix).toBe(prefix)
  })

  test('computes what PyTorch computes, to 1e-12', () => {
    const trace = run(weights.network, inputs)
    expect(difference(trace.output, output)).toBeLessThan(1e-12)
    if (logits) expect(difference(trace.logits, logits)).toBeLessThan(1e-12)
  })
})

const seeded = cases.flatMap(({ seed, ...others }) => (seed === undefined ? [] : [{ seed, ...others }]))

test.each(seeded)('$file is what its seed gives, bit for bit', ({ seed, shape, weights: { network } }) => {
  const drawn = seededNetwork(shape, seed)
  expect(Object.keys(network.parameters)).toEqual(Object.keys(drawn.parameters))
  for (const [name, { data }] of Object.entries(drawn.parameters)) {
    expect(Array.from(network.parameters[name]?.data ?? []), name).toEqual(Array.from(data))
  }
  expect(run(network, inputs)).toEqual(run(drawn, inputs))
})

test('the references have every cell, and a seed unless a model draws before', () => {
  expect(new Set(cases.map(({ shape }) => shape.cell))).toEqual(new Set(['rnn', 'lstm', 'gru']))
  expect(seeded).toHaveLength(4)
})

test('numbers keep their precision', () => {
  const types = cases.map(({ weights }) => weights.network.parameters.weight_ih_l0?.data.constructor.name)
  expect(types).toEqual(['Float32Array', 'Float32Array', 'Float32Array', 'Float64Array', 'Float32Array'])
})

/** A recurrent network of zeros: inputs 3, hidden 2. */
function rnn(prefix = '', blocks = 1, [inputs, hidden] = [3, 2]): Readonly<Record<string, Written>> {
  return {
    [`${prefix}weight_ih_l0`]: zeros(blocks * hidden, inputs),
    [`${prefix}weight_hh_l0`]: zeros(blocks * hidden, hidden),
    [`${prefix}bias_ih_l0`]: zeros(blocks * hidden),
    [`${prefix}bias_hh_l0`]: zeros(blocks * hidden),
  }
}

function secondLayer(layer: number): Readonly<Record<string, Written>> {
  const first = Object.entries(rnn('', 1, [2, 2]))
  return Object.fromEntries(first.map(([name, tensor]) => [name.replace('l0', `l${layer}`), tensor]))
}

function without(name: string, tensors: Readonly<Record<string, Written>>): Readonly<Record<string, Written>> {
  return Object.fromEntries(Object.entries(tensors).filter(([other]) => other !== name))
}

describe('a prefix', () => {
  const several = fileWith({ ...rnn('encoder.rnn.'), ...rnn('decoder.', 4) })

  test.each(['decoder', 'decoder.'])('is chosen as %s', (prefix) => {
    expect(weightsIn(several, { prefix })).toMatchObject({ prefix: 'decoder.', network: { cell: 'lstm' } })
  })

  test('of one network among several leads to the modules beside it', () => {
    const bytes = fileWith({
      ...rnn('encoder.rnn.'),
      ...rnn('decoder.rnn.'),
      'encoder.embedding.weight': zeros(7, 3),
      'decoder.embedding.weight': zeros(9, 3),
      'decoder.fc.weight': zeros(9, 2),
    })
    const encoder = weightsIn(bytes, { prefix: 'encoder.rnn' })
    expect(encoder).toMatchObject({ embeddingName: 'encoder.embedding', network: { embedding: { shape: [7, 3] } } })
    expect(encoder.readoutName).toBeUndefined()
    expect(weightsIn(bytes, { prefix: 'decoder.rnn' })).toMatchObject({
      embeddingName: 'decoder.embedding',
      readoutName: 'decoder.fc',
    })
  })

  test.each(['', '.'])('may be nothing, chosen as "%s"', (prefix) => {
    const bytes = fileWith({ ...rnn('decoder.', 4), ...rnn() })
    expect(weightsIn(bytes, { prefix })).toMatchObject({ prefix: '', network: { cell: 'rnn' } })
  })

  test('of which the file has several must be chosen', () => {
    expect(thrownBy(() => weightsIn(several))).toMatchObject({
      name: 'NetworkError',
      option: 'weights',
      message: 'The weights hold 2 recurrent networks, "encoder.rnn", "decoder"; choose one with `prefix`.',
    })
  })

  test('that the file lacks is told those that it has', () => {
    expect(thrownBy(() => weightsIn(several, { prefix: 'encodr' }))).toMatchObject({
      name: 'NetworkError',
      option: 'prefix',
      message:
        '`prefix` must be one of "encoder.rnn", "decoder", where the weights hold a recurrent network, not "encodr".',
    })
  })

  test('may be the beginning of the only one that begins so', () => {
    expect(weightsIn(several, { prefix: 'encoder.' }).prefix).toBe('encoder.rnn.')
  })

  test('is left out where the names have none', () => {
    expect(thrownBy(() => weightsIn(fileWith(rnn()), { prefix: 'encoder' }))).toMatchObject({
      option: 'prefix',
      message: 'The names in the weights have no prefix: leave `prefix` out, not "encoder".',
    })
  })

  test('keeps the networks apart', () => {
    const bytes = fileWith({ ...rnn('a.'), ...rnn('b.'), 'b.weight_ih_l0_reverse': zeros(2, 3) })
    expect(weightsIn(bytes, { prefix: 'a' }).network.bidirectional).toBe(false)
    expect(() => weightsIn(bytes, { prefix: 'b' })).toThrow('The weights lack "b.weight_hh_l0_reverse"')
  })

  test('is not the end of another name', () => {
    expect(weightsIn(fileWith({ ...rnn(), myweight_ih_l0: zeros(1) })).prefix).toBe('')
  })
})

describe('modules around the network', () => {
  const linear = (name: string, columns = 2): Readonly<Record<string, Written>> => ({
    [`${name}.weight`]: zeros(4, columns),
    [`${name}.bias`]: zeros(4),
  })
  const table = (name: string, columns: number): Readonly<Record<string, Written>> => ({
    [`${name}.weight`]: zeros(5, columns),
  })
  const namesIn = (others: Readonly<Record<string, Written>>, size: readonly [number, number] = [3, 2]) => {
    const { embeddingName, readoutName } = weightsIn(fileWith({ ...rnn('rnn.', 1, [...size]), ...others }))
    return [embeddingName, readoutName]
  }
  const same = [2, 2] as const

  test('come with their parameters', () => {
    const { network } = weightsIn(fileWith({ ...rnn('rnn.'), ...table('a', 3), ...linear('b') }))
    expect(network.embedding?.shape).toEqual([5, 3])
    expect(network.readout?.weight.shape).toEqual([4, 2])
    expect(network.readout?.bias?.shape).toEqual([4])
    const bare = weightsIn(fileWith({ ...rnn('rnn.'), ...table('b', 2) })).network.readout
    expect(Object.keys(bare ?? {})).toEqual(['weight'])
  })

  test('are known by their shapes', () => {
    expect(namesIn({})).toEqual([undefined, undefined])
    expect(namesIn({ ...table('a', 3), ...table('b', 2) })).toEqual(['a', 'b'])
    expect(namesIn({ ...linear('model.a') })).toEqual([undefined, 'model.a'])
  })

  test('read both directions', () => {
    const forward = Object.entries(rnn())
    const backward = Object.fromEntries(forward.map(([name, tensor]) => [`${name}_reverse`, tensor]))
    const bytes = fileWith({ ...rnn(), ...backward, ...linear('fc', 4), ...table('other', 2) })
    expect(weightsIn(bytes)).toMatchObject({ network: { bidirectional: true }, readoutName: 'fc' })
  })

  test('are known by the bias', () => {
    expect(namesIn({ ...linear('embedding') }, same)).toEqual([undefined, 'embedding'])
    expect(namesIn({ ...linear('a', 3) })).toEqual([undefined, undefined])
  })

  test.each(['embedding', 'encoder', 'wte', 'model.tok'])('is an embedding by its name %s', (name) => {
    expect(namesIn(table(name, 2), same)).toEqual([name, undefined])
  })

  test.each(['linear', 'fc', 'lm_head', 'out', 'decoder', 'proj', 'cls', 'classes', 'logits', 'encoder.fc'])(
    'is a read-out by its name %s',
    (name) => {
      expect(namesIn(table(name, 2), same)).toEqual([undefined, name])
    },
  )

  test('that compete are told apart by their names', () => {
    expect(namesIn({ ...table('attention', 2), ...linear('fc'), ...table('emb', 2) }, same)).toEqual(['emb', 'fc'])
    expect(
      namesIn({ ...table('a', 3), ...table('emb', 3), ...table('b', 2), ...linear('c'), ...linear('out') }),
    ).toEqual(['emb', 'out'])
  })

  test('may leave other tensors out of account', () => {
    const others = {
      'norm.weight': zeros(2),
      'conv.weight': zeros(4, 2, 3),
      'other.weight': zeros(4, 7),
      'positions.weight': { dtype: 'I64', shape: [4, 2], data: new BigInt64Array(8) },
      'nothing.weight': zeros(0, 2),
      weight: zeros(4, 2),
      'fc.weights': zeros(4, 2),
    }
    expect(namesIn(others)).toEqual([undefined, undefined])
  })

  const doubtful: Readonly<Record<string, readonly [others: Readonly<Record<string, Written>>, doubt: string]>> = {
    'one that could be both': [table('a', 2), '"a.weight" may be an embedding or a read-out'],
    'one whose name says both': [table('out_emb', 2), '"out_emb.weight" may be an embedding or a read-out'],
    'two embeddings by name': [
      { ...table('emb1', 2), ...table('emb2', 2), ...linear('fc') },
      '"emb1.weight", "emb2.weight" may each be the embedding',
    ],
    'two read-outs by bias': [{ ...linear('a'), ...linear('b') }, '"a.weight", "b.weight" may each be the read-out'],
    'two read-outs by name': [
      { ...linear('fc1'), ...table('fc2', 2) },
      '"fc1.weight", "fc2.weight" may each be the read-out',
    ],
  }

  test.each(Object.entries(doubtful))('are not guessed: %s', (_, [others, doubt]) => {
    expect(thrownBy(() => namesIn(others, same))).toMatchObject({
      name: 'NetworkError',
      option: 'weights',
      message: `By shape and name ${doubt}; the weights must leave no doubt.`,
      hint: 'Rename the module of the embedding to "embedding" and that of the read-out to "fc", or save without the others.',
    })
  })

  test('have finite numbers and a bias for each row', () => {
    expect(() => namesIn({ ...linear('fc'), 'fc.bias': zeros(3) })).toThrow(
      'Tensor "fc.bias" must be of shape [4], not [3].',
    )
    const odd = { dtype: 'F32', shape: [1, 3], data: Float32Array.of(0, 0, Number.NaN) }
    expect(() => namesIn({ 'emb.weight': odd })).toThrow(
      'Tensor "emb.weight" must hold finite numbers, but entry 2 (from 0) is NaN.',
    )
  })
})

describe('an alphabet', () => {
  const alphabetOf = (alphabet: string, others: Readonly<Record<string, Written>> = {}) =>
    weightsIn(fileWith({ ...rnn(), ...others }, { alphabet })).alphabet

  test('is a list, or the graphemes of a text', () => {
    expect(cases.map(({ weights }) => weights.alphabet?.join(''))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'abcdr',
    ])
    expect(alphabetOf('["the","a",""]')).toEqual(['the', 'a', ''])
    expect(alphabetOf('ae\u0301👩‍🔬')).toEqual(['a', 'e\u0301', '👩‍🔬'])
    expect(alphabetOf('123')).toEqual(['1', '2', '3'])
    expect(alphabetOf('[a]')).toEqual(['[', 'a', ']'])
    expect(alphabetOf('abcd', { 'emb.weight': zeros(4, 3) })).toEqual(['a', 'b', 'c', 'd'])
  })

  test.each([
    ['abcd', 'The alphabet of the weights must have 3 symbols, as the network takes, not 4.'],
    ['[1,2,3]', 'The alphabet of the weights must have 3 symbols, as the network takes, not 7.'],
    ['[]', 'The alphabet of the weights must have 3 symbols, as the network takes, not 0.'],
    ['aba', 'The alphabet of the weights has "a" twice; each symbol stands in it once.'],
    ['["a","bb","bb"]', 'The alphabet of the weights has "bb" twice; each symbol stands in it once.'],
    ['é'.repeat(10_001), 'The alphabet of the weights must have 3 symbols, as the network takes, not 10001.'],
  ])('that does not fit is an error: %#', (alphabet, message) => {
    expect(thrownBy(() => alphabetOf(alphabet))).toMatchObject({ name: 'NetworkError', option: 'weights', message })
  })
})

describe('weights that are wrong', () => {
  const odd = (data: ArrayBufferView, dtype: string, shape = [2]): Readonly<Record<string, Written>> => ({
    ...rnn(),
    bias_hh_l0: { dtype, shape, data },
  })
  const none =
    'The weights hold no recurrent network: no tensor has the name weight_ih_l0 of nn.RNN, nn.LSTM and nn.GRU, with or without a prefix; there is'
  const wrong: Readonly<Record<string, readonly [tensors: Readonly<Record<string, Written>>, message: string]>> = {
    'no tensor': [{}, `${none} no tensor at all.`],
    'another model': [{ 'fc.weight': zeros(1, 1), weight_ih: zeros(1, 1) }, `${none} "fc.weight", "weight_ih".`],
    'no weight_hh_l0': [without('m.weight_hh_l0', rnn('m.')), 'The weights lack "m.weight_hh_l0".'],
    'a missing bias': [
      without('m.bias_ih_l0', rnn('m.')),
      'The weights lack "m.bias_ih_l0", which must be of shape [2].',
    ],
    'a missing layer': [
      { ...rnn(), ...secondLayer(2) },
      'The weights lack "weight_ih_l1", which must be of shape [2, 2].',
    ],
    'a layer of a number beyond numbers': [
      { ...rnn(), weight_ih_l99999999999999999999: zeros(2, 2) },
      'The weights lack "weight_ih_l1", which must be of shape [2, 2].',
    ],
    'a layer that has no bias': [
      { ...rnn(), ...without('bias_hh_l1', without('bias_ih_l1', secondLayer(1))) },
      'The weights lack "bias_ih_l1", which must be of shape [2].',
    ],
    'half a direction': [
      { ...rnn(), weight_ih_l0_reverse: zeros(2, 3) },
      'The weights lack "weight_hh_l0_reverse", which must be of shape [2, 2].',
    ],
    'a second layer of another width': [
      { ...rnn(), ...secondLayer(1), weight_ih_l1: zeros(2, 3) },
      'Tensor "weight_ih_l1" must be of shape [2, 2], not [2, 3].',
    ],
    'a matrix for a bias': [
      { ...rnn(), bias_ih_l0: zeros(2, 1) },
      'Tensor "bias_ih_l0" must be of shape [2], not [2, 1].',
    ],
    'rows of no cell': [
      rnn('', 5),
      'Tensor "weight_ih_l0" has 10 rows; with the 2 columns of "weight_hh_l0" it must be one of 2 (rnn), 8 (lstm), 6 (gru).',
    ],
    'rows that differ': [
      { ...rnn('', 4), weight_hh_l0: zeros(6, 2) },
      'Tensor "weight_hh_l0" must be of shape [8, 2], not [6, 2].',
    ],
    'no unit': [
      { ...rnn(), weight_hh_l0: zeros(0, 2 ** 40) },
      'Tensor "weight_hh_l0" must have rows and columns, at least 1 × 1; its shape is [0, 1099511627776].',
    ],
    'no input': [
      { ...rnn(), weight_ih_l0: zeros(2, 0) },
      'Tensor "weight_ih_l0" must have rows and columns, at least 1 × 1; its shape is [2, 0].',
    ],
    'a matrix of three axes': [
      { ...rnn(), weight_ih_l0: zeros(2, 3, 1) },
      'Tensor "weight_ih_l0" must have rows and columns, at least 1 × 1; its shape is [2, 3, 1].',
    ],
    proj_size: [
      { ...rnn('m.', 4), 'm.weight_hr_l0': zeros(1, 2) },
      'The weights have "m.weight_hr_l0"; networks with proj_size are not supported.',
    ],
    'whole numbers': [
      odd(new Int32Array(2), 'I32'),
      'Tensor "bias_hh_l0" must be one of F64, F32, F16, BF16, not I32.',
    ],
    NaN: [
      odd(Float64Array.of(0, Number.NaN), 'F64'),
      'Tensor "bias_hh_l0" must hold finite numbers, but entry 1 (from 0) is NaN.',
    ],
    'an infinity of 16 bits': [
      odd(Uint16Array.of(0xfc00, 0), 'F16'),
      'Tensor "bias_hh_l0" must hold finite numbers, but entry 0 (from 0) is -Infinity.',
    ],
  }

  test.each(Object.entries(wrong))('%s', (_, [tensors, message]) => {
    expect(thrownBy(() => weightsIn(fileWith(tensors)))).toMatchObject({
      name: 'NetworkError',
      option: 'weights',
      message,
    })
  })

  test('take a nonlinearity only where the cell does', () => {
    expect(weightsIn(fileWith(rnn()), { nonlinearity: 'relu' }).network.nonlinearity).toBe('relu')
    expect(thrownBy(() => weightsIn(fileWith(rnn('', 3)), { nonlinearity: 'relu' }))).toMatchObject({
      name: 'NetworkError',
      option: 'nonlinearity',
      message: '`nonlinearity` is not for a GRU network, which the weights hold; only rnn takes it.',
    })
  })
})

test('thousands of networks, layers or modules take well under a second', () => {
  const numbers = Array.from({ length: 5000 }, (_, index) => index)
  const networks = Object.fromEntries(numbers.map((k) => [`m${k}.weight_ih_l0`, zeros(0)]))
  const layers = Object.fromEntries(numbers.map((k) => [`weight_ih_l${k}`, zeros(2, 2)]))
  const modules = Object.fromEntries(numbers.map((k) => [`fc${k}.weight`, zeros(1, 2)]))
  for (const tensors of [networks, { ...layers, weight_hh_l0: zeros(2, 2) }, { ...rnn(), ...modules }]) {
    const bytes = fileWith(tensors)
    const begin = performance.now()
    expect(isNetworkError(thrownBy(() => weightsIn(bytes)))).toBe(true)
    expect(performance.now() - begin).toBeLessThan(1000)
  }
})

describe('a damaged file loads, or a sentence says why not', () => {
  const passes = (bytes: Uint8Array): boolean => {
    const error = thrownBy(() => weightsIn(bytes))
    return error === undefined || isNetworkError(error)
  }

  test.each(cases.map(({ file }) => file))('%s, cut or with bytes changed', (file) => {
    const whole = bytesOf(file)
    const place = fc.nat(whole.length - 1)
    // Most bytes are numbers; those of the header, at the beginning, decide more.
    const changes = fc.array(
      fc.tuple(
        fc.oneof(
          place,
          fc.nat(600).filter((k) => k < whole.length),
        ),
        fc.nat(255),
      ),
      { minLength: 1, maxLength: 3 },
    )
    const changed = changes.map((list) => {
      const bytes = whole.slice()
      for (const [k, value] of list) bytes[k] = value
      return bytes
    })
    fc.assert(fc.property(changed, passes), { seed: 1, numRuns: 1500 })
    for (let length = 0; length < whole.length; length++) {
      if (!isNetworkError(thrownBy(() => weightsIn(whole.subarray(0, length))))) expect.fail(`cut at ${length}`)
    }
  })

  test('every byte of the smallest, changed in each of its bits', () => {
    const whole = bytesOf('rnn-seeded.safetensors')
    for (let k = 0; k < 8 * whole.length; k++) {
      const bytes = whole.slice()
      bytes[k >> 3] = (bytes[k >> 3] ?? 0) ^ (1 << (k & 7))
      if (!passes(bytes)) expect.fail(`bit ${k}`)
    }
  })
})
