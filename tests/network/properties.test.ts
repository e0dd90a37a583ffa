import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CellName, cellOf, cells } from '../../plugins/rnn-figures/network/cells.ts'
import { isOneHot } from '../../plugins/rnn-figures/network/inputs.ts'
import { type Matrix, row, zeros } from '../../plugins/rnn-figures/network/matrix.ts'
import { type Network, seededNetwork } from '../../plugins/rnn-figures/network/network.ts'
import { suffix } from '../../plugins/rnn-figures/network/parameters.ts'
import { run } from '../../plugins/rnn-figures/network/run.ts'
import { oneHot } from '../../plugins/rnn-figures/network/sequence.ts'
import { weightsIn } from '../../plugins/rnn-figures/network/weights/weights.ts'
import { fileOfParameters } from './safetensors-file.ts'

const alphabet = ['a', 'b', 'c', 'd']

const shapes = fc.record({
  cell: fc.constantFrom(...(Object.keys(cells) as CellName[])),
  hidden: fc.integer({ min: 1, max: 19 }),
  layers: fc.integer({ min: 1, max: 3 }),
  bidirectional: fc.boolean(),
  bias: fc.boolean(),
})
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const texts = fc.array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 30 })

const networks = fc
  .record({ shape: shapes, seed: seeds })
  .map(({ shape, seed }) => seededNetwork({ ...shape, inputs: alphabet.length }, seed))

/** Every vector of a run, under a name that says which. */
function vectorsOf(network: Network, text: readonly string[]): ReadonlyMap<string, Matrix> {
  const { layers } = run(network, oneHot(text, alphabet))
  const named = layers.flatMap((layer, index) =>
    Object.entries(layer).flatMap(([direction, vectors]) =>
      Object.entries(vectors as Readonly<Record<string, Matrix>>).map(
        ([name, matrix]) => [`${index} ${direction} ${name}`, matrix] as const,
      ),
    ),
  )
  return new Map(named)
}

test('the trace of a prefix is the prefix of the trace, bit for bit', () => {
  const forward = networks.filter(({ bidirectional }) => !bidirectional)
  fc.assert(
    fc.property(forward, texts, fc.nat(), (network, text, cut) => {
      const length = 1 + (cut % text.length)
      const whole = vectorsOf(network, text)
      for (const [name, { data }] of vectorsOf(network, text.slice(0, length))) {
        expect(data).toEqual(whole.get(name)?.data.subarray(0, data.length))
      }
    }),
  )
})

test('every entry lies in its vector’s range, even where the weights are large', () => {
  fc.assert(
    fc.property(networks, texts, fc.constantFrom(1, 30, 1e6), (network, text, gain) => {
      const { vectors } = cellOf(network)
      for (const [key, { data }] of vectorsOf(amplified(network, gain), text)) {
        const { minimum, maximum } = vectors[key.split(' ').at(-1) as 'h']
        expect(data.every((value) => value >= minimum && value <= maximum)).toBe(true)
      }
    }),
  )
})

function amplified(network: Network, gain: number): Network {
  const parameters = Object.entries(network.parameters).map(([name, { shape, data }]) => {
    return [name, { shape, data: Float64Array.from(data, (value) => value * gain) }] as const
  })
  return { ...network, parameters: Object.fromEntries(parameters) }
}

test('a bidirectional network that reads the reversed sequence has its directions swapped', () => {
  const both = networks.filter(({ bidirectional }) => bidirectional)
  fc.assert(
    fc.property(both, texts, (network, text) => {
      const there = vectorsOf(network, text)
      const back = vectorsOf(exchanged(network), text.toReversed())
      for (const [name, matrix] of there) {
        const other = name.includes('forward')
          ? name.replace('forward', 'backward')
          : name.replace('backward', 'forward')
        const found = back.get(other)
        for (let t = 0; t < matrix.rows; t++) {
          const expected = row(matrix, t)
          const mirrored = found ? row(found, matrix.rows - 1 - t) : []
          for (const [unit, value] of expected.entries()) expect(mirrored[unit]).toBeCloseTo(value, 12)
        }
      }
    }),
  )
})

/** The network with the weights of its two directions exchanged, and with them the halves of what later layers read. */
function exchanged(network: Network): Network {
  const { hidden, layers } = network
  const swapped = Object.entries(network.parameters).map(([name, parameter]) => {
    const other = name.endsWith('_reverse') ? name.replace('_reverse', '') : `${name}_reverse`
    const later = name.startsWith('weight_ih') && !name.startsWith('weight_ih_l0')
    return [other, later ? { ...parameter, data: halves(parameter.data, hidden) } : parameter] as const
  })
  expect(swapped).toHaveLength(layers * 2 * (network.bias ? 4 : 2))
  return { ...network, parameters: Object.fromEntries(swapped) }
}

function halves(data: Float32Array | Float64Array, hidden: number): Float64Array {
  return Float64Array.from(data, (_, index) => {
    const [r, column] = [Math.floor(index / (2 * hidden)), index % (2 * hidden)]
    return data[r * 2 * hidden + ((column + hidden) % (2 * hidden))] ?? Number.NaN
  })
}

describe('one-hot inputs', () => {
  test('give what the same inputs give when they are written out', () => {
    fc.assert(
      fc.property(networks, texts, (network, text) => {
        const looked = oneHot(text, alphabet)
        const dense = zeros(looked.rows, looked.columns)
        looked.indices.forEach((index, t) => {
          dense.data[t * looked.columns + index] = 1
        })
        expect(isOneHot(dense)).toBe(false)
        const [left, right] = [run(network, looked).output.data, run(network, dense).output.data]
        expect(left.every((value, index) => Math.abs(value - (right[index] ?? Number.NaN)) < 1e-13)).toBe(true)
      }),
    )
  })
})

test('a network goes on from its own last states as if it had not stopped', () => {
  const single = networks.filter(({ bidirectional }) => !bidirectional)
  fc.assert(
    fc.property(single, texts, texts, (network, first, second) => {
      const whole = run(network, oneHot([...first, ...second], alphabet))
      const before = run(network, oneHot(first, alphabet))
      const initial = Object.fromEntries(
        cellOf(network).states.map((name) => [name, lastRows(before.layers.map(({ forward }) => forward[name]))]),
      )
      const after = run(network, oneHot(second, alphabet), initial)
      expect(after.output.data).toEqual(whole.output.data.subarray(first.length * network.hidden))
    }),
  )
})

function lastRows(states: readonly (Matrix | undefined)[]): Matrix {
  const rows = states.flatMap((state) => (state ? [row(state, state.rows - 1)] : []))
  const data = Float64Array.from(rows.flatMap((entries) => Array.from(entries)))
  return { rows: rows.length, columns: rows[0]?.length ?? 0, data }
}

test('a parameter’s suffix names its layer and direction', () => {
  expect([suffix(0, 'forward'), suffix(2, 'backward')]).toEqual(['_l0', '_l2_reverse'])
})

test('a network that is saved and loaded is the network that the seed gives', () => {
  fc.assert(
    fc.property(networks, texts, (network, text) => {
      const loaded = weightsIn(fileOfParameters(network.parameters), { nonlinearity: network.nonlinearity })
      const { parameters, ...shape } = loaded.network
      const { parameters: drawn, ...expected } = network
      expect(shape).toEqual(expected)
      expect(Object.keys(parameters)).toEqual(Object.keys(drawn))
      for (const [name, { data }] of Object.entries(drawn)) {
        expect(Array.from(parameters[name]?.data ?? [])).toEqual(Array.from(data))
      }
      expect(run(loaded.network, oneHot(text, alphabet)).output).toEqual(run(network, oneHot(text, alphabet)).output)
    }),
  )
})
