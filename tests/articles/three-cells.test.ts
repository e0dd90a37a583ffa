import { expect, test } from 'vitest'
import { type Matrix, row } from '../../plugins/rnn-figures/network/matrix.ts'
import { seededNetwork } from '../../plugins/rnn-figures/network/network.ts'
import { read } from '../../plugins/rnn-figures/network/reading.ts'
import type { ReadingOptions } from '../../plugins/rnn-figures/network/reading-options.ts'
import { run, type Vectors } from '../../plugins/rnn-figures/network/run.ts'
import { oneHot } from '../../plugins/rnn-figures/network/sequence.ts'
import { apart, distance, hundredths, median, medians, percent, thousand } from './measures.ts'

type CellName = NonNullable<ReadingOptions['cell']>

/** One vector while sixteen units read. */
function vector(cell: CellName, name: string, seed: number, options: Partial<ReadingOptions> = {}): Matrix {
  const { trace } = read({ seq: 'abracadabra', cell, hidden: 16, seed, ...options })
  return named(trace.layers[0]?.forward, name)
}

function named(vectors: Vectors | undefined, name: string): Matrix {
  const matrix = vectors?.[name]
  if (!matrix) throw new Error(`There is no vector ${name}.`)
  return matrix
}

const average = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length

test('the three networks have 368, 1,472 and 1,104 weights and biases', () => {
  const sizes = (['rnn', 'lstm', 'gru'] as const).map((cell) => {
    const { network } = read({ seq: 'abracadabra', cell, hidden: 16, seed: 7 })
    return Object.values(network.parameters).reduce((sum, { data }) => sum + data.length, 0)
  })
  expect(sizes).toEqual([368, 1472, 1104])
  const { network } = read({ seq: 'abracadabra', cell: 'rnn', hidden: 16, seed: 7 })
  expect(network.parameters.weight_hh_l0?.data).toHaveLength(256)
})

test('the states of gated cells are faint', () => {
  const size = (cell: CellName) =>
    median(thousand.map((seed) => average(vector(cell, 'h', seed).data.map((value) => Math.abs(value)))))
  expect(hundredths([size('rnn'), size('lstm'), size('gru')])).toEqual(['0.22', '0.08', '0.14'])
})

test('untrained gates stand near one half', () => {
  const forget = vector('lstm', 'f', 7).data
  expect(Math.min(...forget)).toBeGreaterThan(0.36)
  expect(Math.max(...forget)).toBeLessThan(0.62)
  const between = (low: number, high: number, hidden = 16) =>
    average(
      thousand.flatMap((seed) =>
        Array.from(vector('lstm', 'f', seed, { hidden }).data, (value) => (value > low && value < high ? 1 : 0)),
      ),
    )
  expect(percent([between(0.35, 0.65)])).toEqual([99])
  expect(between(0.4, 0.6, 64)).toBeGreaterThan(between(0.4, 0.6))
  const weights = Object.values(seededNetwork({ cell: 'lstm', inputs: 5, hidden: 16 }, 7).parameters)
  expect(weights.every(({ data }) => data.every((weight) => Math.abs(weight) <= 0.25))).toBe(true)
  const timeConstant = (gate: number) => (-1 / Math.log(gate)).toFixed(1)
  expect([timeConstant(0.5), timeConstant(Math.max(...forget))]).toEqual(['1.4', '2.1'])
})

test('a full cell state empties', () => {
  const [empty, full] = [vector('lstm', 'c', 7), vector('lstm', 'c', 7, { initial: { c: 1 } })]
  const start = Math.hypot(...Array(16).fill(1))
  const left = [0, 1, 2, 3].map((step) => distance(row(empty, step), row(full, step)) / start)
  expect(percent(left)).toEqual([49, 26, 16, 10])
})

test('what is carried from the first abra to the second', () => {
  const carried = (cell: CellName, name: string, seq = 'abracadabra') =>
    medians((seed) => {
      const states = vector(cell, name, seed, { seq })
      const first = seq.indexOf('abra') + 1
      return [0, 1, 2, 3].map((step) => apart(states, first + step, first + 7 + step))
    })
  expect(hundredths(carried('rnn', 'h'))).toEqual(['0.72', '0.38', '0.20', '0.10'])
  expect(hundredths(carried('lstm', 'h'))).toEqual(['1.28', '0.74', '0.44', '0.27'])
  expect(hundredths(carried('lstm', 'c'))).toEqual(['1.33', '0.77', '0.46', '0.28'])
  expect(hundredths(carried('gru', 'h'))).toEqual(['1.14', '0.66', '0.39', '0.23'])

  const lost = (cell: CellName) => {
    const [bare, preceded] = [carried(cell, 'h'), carried(cell, 'h', 'cabracadabra')]
    return bare.map((value, step) => 1 - (preceded[step] ?? 0) / value)
  }
  for (const share of lost('lstm')) expect(share).toBeCloseTo(1 / 3, 1)
  for (const share of lost('rnn')) expect(share).toBeCloseTo(1 / 8, 1)
})

test('a gated network fills slowly', () => {
  const lengths = (cell: CellName) =>
    medians((seed) => [0, 10].map((step) => Math.hypot(...row(vector(cell, 'h', seed), step))))
  expect(hundredths(lengths('lstm'))).toEqual(['0.23', '0.43'])
  expect(hundredths(lengths('rnn'))).toEqual(['0.94', '1.08'])
})

/** What is left of the difference between b and c after each of four a's. */
const left = (states: (seq: string) => Matrix): readonly number[] => {
  const [b, c] = [states('baaaa'), states('caaaa')]
  return [1, 2, 3, 4].map((step) => distance(row(b, step), row(c, step)) / distance(row(b, 0), row(c, 0)))
}

test('the three forget at about the same rate', () => {
  const remaining = (cell: CellName, name: string) =>
    percent(medians((seed) => left((seq) => vector(cell, name, seed, { seq, alphabet: 'abc' }))))
  expect(remaining('rnn', 'h')).toEqual([53, 28, 14, 7])
  expect(remaining('lstm', 'c')).toEqual([52, 29, 17, 10])
  expect(remaining('gru', 'h')).toEqual([51, 29, 17, 10])
})

test('a forget bias makes an LSTM remember', () => {
  const biased = (added: number) => (seed: number) => {
    const network = seededNetwork({ cell: 'lstm', inputs: 3, hidden: 16 }, seed)
    const bias = network.parameters.bias_ih_l0
    if (!bias) throw new Error('There is no bias.')
    // The blocks of rows are i, f, g, o.
    const data = bias.data.map((value, place) => (place >= 16 && place < 32 ? value + added : value))
    const parameters = { ...network.parameters, bias_ih_l0: { ...bias, data } }
    return left((seq) => {
      const { layers } = run({ ...network, parameters }, oneHot(Array.from(seq), ['a', 'b', 'c']))
      return named(layers[0]?.forward, 'c')
    })
  }
  expect(percent([0, 1, 2].map((added) => medians(biased(added))[3] ?? 0))).toEqual([10, 36, 69])
})
