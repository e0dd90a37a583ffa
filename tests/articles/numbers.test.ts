import { expect, test } from 'vitest'
import { type Matrix, row } from '../../plugins/rnn-figures/network/matrix.ts'
import { read } from '../../plugins/rnn-figures/network/reading.ts'
import type { ReadingOptions } from '../../plugins/rnn-figures/network/reading-options.ts'
import { apart, distance, hundredths, median, percent, thousand } from './measures.ts'

// Every number that the articles' prose takes from a network is computed here once more.

function states(options: Partial<ReadingOptions> & Pick<ReadingOptions, 'seq'>): Matrix {
  return read({ cell: 'rnn', nonlinearity: 'tanh', hidden: 16, seed: 0, ...options }).trace.output
}

test('the two abras approach each other', () => {
  const between = (seed: number) => {
    const h = states({ seq: 'abracadabra', seed })
    return [1, 2, 3, 4].map((step) => apart(h, step, step + 7))
  }
  expect(hundredths(between(7))).toEqual(['0.92', '0.46', '0.26', '0.13'])
  expect(hundredths(between(8))).toEqual(['1.00', '0.52', '0.28', '0.15'])
  const all = thousand.map(between)
  expect(hundredths([0, 1, 2, 3].map((step) => median(all.map((values) => values[step] ?? 0))))).toEqual([
    '0.72',
    '0.38',
    '0.20',
    '0.10',
  ])
})

test('from seed 7 to seed 8 the distances of the steps correlate with 0.72', () => {
  const [before, after] = [7, 8].map((seed) => states({ seq: 'abracadabra', seed })) as [Matrix, Matrix]
  const pairs = Array.from({ length: 11 }, (_, j) => Array.from({ length: j }, (_, i) => [i, j] as const)).flat()
  const apartIn = (h: Matrix) => pairs.map(([i, j]) => distance(row(h, i), row(h, j)))
  const [a, b] = [apartIn(before), apartIn(after)]
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length
  // Pearson's r by the means of products, another way than the one the page goes.
  const r =
    (mean(a.map((value, index) => value * (b[index] ?? 0))) - mean(a) * mean(b)) /
    Math.sqrt((mean(a.map((value) => value ** 2)) - mean(a) ** 2) * (mean(b.map((value) => value ** 2)) - mean(b) ** 2))
  expect(r).toBeCloseTo(0.72, 2)
})

test('the network of the first article has 368 numbers', () => {
  const { network } = read({ seq: 'abracadabra', cell: 'rnn', nonlinearity: 'tanh', hidden: 16, seed: 7 })
  expect(Object.values(network.parameters).reduce((sum, { data }) => sum + data.length, 0)).toBe(368)
})

test('the current letter accounts for 82 % of the variance', () => {
  const h = states({ seq: 'abracadabra', seed: 7 })
  const average = (steps: readonly number[]) =>
    Float64Array.from(
      { length: h.columns },
      (_, unit) => steps.reduce((sum, t) => sum + (row(h, t)[unit] ?? 0), 0) / steps.length,
    )
  const steps = Array.from({ length: h.rows }, (_, t) => t)
  const squares = (centre: (t: number) => Float64Array) =>
    steps.reduce((sum, t) => sum + distance(row(h, t), centre(t)) ** 2, 0)
  const letters = Map.groupBy(steps, (t) => 'abracadabra'[t])
  const within = squares((t) => average(letters.get('abracadabra'[t]) ?? []))
  expect(percent([1 - within / squares(() => average(steps))])).toEqual([82])
})

test('one knock fades', () => {
  const h = states({ seq: 'baaaaaaaaaaaaaaa', seed: 3 })
  const left = (a: number) => distance(row(h, a), row(h, 15)) / distance(row(h, 1), row(h, 15))
  expect(1 / left(5)).toBeCloseTo(5, 0)
  expect(1 / left(9)).toBeGreaterThan(45)
  expect(1 / left(9)).toBeLessThan(55)
  const remaining = thousand.map((seed) => {
    const [b, c] = ['baaaa', 'caaaa'].map((seq) => states({ seq, alphabet: 'abc', seed })) as [Matrix, Matrix]
    return [1, 2, 3, 4].map((step) => distance(row(b, step), row(c, step)) / distance(row(b, 0), row(c, 0)))
  })
  expect(percent([0, 1, 2, 3].map((step) => median(remaining.map((values) => values[step] ?? 0))))).toEqual([
    53, 28, 14, 7,
  ])
})

test('the cat and the dog are forgotten', () => {
  const h = states({ seq: 'the cat sat on the mat and the dog sat on the log'.split(' ') })
  expect(hundredths([apart(h, 2, 9), apart(h, 3, 10), apart(h, 4, 11), apart(h, 5, 12)])).toEqual([
    '0.79',
    '0.36',
    '0.17',
    '0.11',
  ])
  const steps = Array.from({ length: h.rows }, (_, t) => t + 1)
  const others = steps.flatMap((a) => steps.filter((b) => b > a && !(a === 5 && b === 12)).map((b) => apart(h, a, b)))
  expect(Math.min(...others)).toBeGreaterThan(apart(h, 5, 12))
})

test('a ReLU falls silent', () => {
  const relu = (seed: number, hidden: number) => states({ seq: 'mississippi', nonlinearity: 'relu', seed, hidden })
  const silentRows = (h: Matrix) =>
    Array.from({ length: h.columns }, (_, unit) => unit).filter((unit) =>
      Array.from({ length: h.rows }, (_, t) => t).every((t) => row(h, t)[unit] === 0),
    ).length
  expect(relu(2, 8).data.filter((value) => value === 0)).toHaveLength(57)
  expect(silentRows(relu(2, 8))).toBe(2)
  expect(silentRows(relu(7, 4))).toBe(0)
  expect(relu(3, 4).data.every((value) => value === 0)).toBe(true)
  const silent = (hidden: number) =>
    thousand.filter((seed) => relu(seed, hidden).data.every((value) => value === 0)).length
  expect([2, 4, 8].map(silent)).toEqual([58, 4, 0])
})

test('a ReLU forgets sooner', () => {
  const after = (nonlinearity: 'tanh' | 'relu') =>
    median(thousand.map((seed) => apart(states({ seq: 'mississippi', nonlinearity, seed }), 4, 7)))
  expect(percent([after('tanh'), after('relu')])).toEqual([17, 7])
})
