import { expect, test } from 'vitest'
import { type Matrix, row } from '../../plugins/rnn-figures/network/matrix.ts'
import { type Reading, read } from '../../plugins/rnn-figures/network/reading.ts'
import type { ReadingOptions } from '../../plugins/rnn-figures/network/reading-options.ts'
import type { Direction } from '../../plugins/rnn-figures/network/shape.ts'
import { distance, hundredths, mean, medians, percent, thousand } from './measures.ts'

/** The hidden state of one direction of one layer (from 1). */
function states({ trace }: Reading, layer: number, direction: Direction): Matrix {
  const matrix = trace.layers[layer - 1]?.[direction]?.h
  if (!matrix) throw new Error(`There is no ${direction} direction in layer ${layer}.`)
  return matrix
}

/** The stack of the article. */
function stack(seq: string, seed: number, bidirectional = true): Reading {
  return read({ seq, alphabet: 'cdeinostu', cell: 'lstm', hidden: 8, layers: 2, bidirectional, seed })
}

/** How far the states for the two words are apart, step by step. */
function parted(seed: number, layer: number, direction: Direction): readonly number[] {
  const [d, s] = ['continued', 'continues'].map((word) => states(stack(word, seed), layer, direction)) as [
    Matrix,
    Matrix,
  ]
  return Array.from({ length: d.rows }, (_, step) => distance(row(d, step), row(s, step)))
}

/** The same in shares of what it is at the last letter. */
const shares = (layer: number, direction: Direction) => (seed: number) => {
  const differences = parted(seed, layer, direction)
  return differences.map((value) => value / (differences.at(-1) ?? 0))
}

test('a knock is unknown before it comes, from either side', () => {
  const values = [0, 0, 0, 0, 3, 0, 0, 0, 0]
  const reading = read({ values, hidden: 8, bidirectional: true, bias: false, seed: 7 })
  const silent = (direction: Direction) => {
    const h = states(reading, 1, direction)
    return Array.from({ length: h.rows }, (_, step) => row(h, step).every((value) => value === 0))
  }
  expect(silent('forward')).toEqual([true, true, true, true, false, false, false, false, false])
  expect(silent('backward')).toEqual([false, false, false, false, false, true, true, true, true])
})

test('the last letter is unknown forward, and fades backward', () => {
  const ignorant = thousand.every((seed) =>
    parted(seed, 1, 'forward')
      .slice(0, 8)
      .every((value) => value === 0),
  )
  expect(ignorant).toBe(true)
  expect(parted(7, 1, 'forward')[8]).toBeGreaterThan(0)
  const backward = thousand.map((seed) => parted(seed, 1, 'backward'))
  expect(backward.every((differences) => differences.every((value) => value > 0))).toBe(true)
  const shrinks = (differences: readonly number[]) =>
    differences.every((value, step) => step === 0 || value > (differences[step - 1] ?? 0))
  expect(backward.every(shrinks)).toBe(true)
  const [c, , , , i, n, u, e] = percent(medians(shares(1, 'backward')))
  expect([e, u, n, i, c]).toEqual([50, 28, 16, 9, 1])
})

test('in the second layer both directions know the end', () => {
  expect(thousand.every((seed) => parted(seed, 2, 'forward').every((value) => value > 0))).toBe(true)
  const [forward = 0] = medians(shares(2, 'forward'))
  expect((100 * forward).toFixed(1)).toBe('0.8')
  expect(percent(medians(shares(2, 'backward')))[0]).toBe(6)
})

test('both ways cost more than twice as much', () => {
  const size = ({ network }: Reading, layer = /./) =>
    Object.entries(network.parameters)
      .filter(([name]) => layer.test(name))
      .reduce((sum, [, { data }]) => sum + data.length, 0)
  const both = stack('continued', 7)
  expect([/l0$/, /l0_reverse$/, /l1$/, /l1_reverse$/].map((layer) => size(both, layer))).toEqual([608, 608, 832, 832])
  expect([size(both), size(stack('continued', 7, false))]).toEqual([2880, 1184])
})

test('what follows tells one man from the other', () => {
  const alphabet = ['boat', 'is', 'lost', 'man', 'old', 'the']
  const options = { words: true, alphabet, cell: 'lstm', hidden: 8, bidirectional: true } satisfies ReadingOptions
  const between = (direction: Direction) => (seed: number) => {
    const [boat, lost] = ['the old man the boat', 'the old man is lost'].map((seq) =>
      states(read({ ...options, seq, seed }), 1, direction),
    ) as [Matrix, Matrix]
    return [0, 1, 2].map((step) => distance(row(boat, step), row(lost, step)) / mean(boat))
  }
  expect(thousand.flatMap(between('forward')).every((value) => value === 0)).toBe(true)
  expect(hundredths(medians(between('backward')))).toEqual(['0.17', '0.30', '0.55'])
})
