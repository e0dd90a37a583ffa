import { expect, test } from 'vitest'
import { summary } from '../../plugins/rnn-figures/analysis/summary.ts'

const matrix = (rows: readonly (readonly number[])[]) => ({
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  data: Float64Array.from(rows.flat()),
})

test('extremes, signs, the largest change and the closest pair, worked out by hand', () => {
  // Distances: 1–2: 5, 1–3: 0.5, 2–3: √(3² + 3.5²) ≈ 4.6098
  expect(
    summary(
      matrix([
        [0, 0],
        [3, -4],
        [0, -0.5],
      ]),
    ),
  ).toEqual({
    count: 6,
    negative: 2,
    smallest: { value: -4, step: 1, unit: 1 },
    largest: { value: 3, step: 1, unit: 0 },
    jump: { first: 0, second: 1, distance: 5 },
    closest: { first: 0, second: 2, distance: 0.5, mean: (5 + 0.5 + Math.sqrt(21.25)) / 3 },
  })
})

test('of equals the earlier counts', () => {
  const { smallest, largest, jump, closest } = summary(matrix([[1], [-1], [1], [-1]]))
  expect([smallest.step, largest.step, jump?.first, closest?.first, closest?.second]).toEqual([1, 0, 0, 0, 2])
})

test('one step has neither change nor pair, and two have no pair to choose', () => {
  expect(summary(matrix([[1, 2]]))).toMatchObject({ jump: undefined, closest: undefined })
  expect(summary(matrix([[1], [2]])).closest).toBeUndefined()
})
