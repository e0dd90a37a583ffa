import { expect, test } from 'vitest'
import { correlation, distances } from '../../plugins/rnn-figures/analysis/distances.ts'
import { matrixOf } from '../../plugins/rnn-figures/network/matrix.ts'

test('distances are those of all pairs of rows', () => {
  const states = matrixOf([
    [0, 0],
    [3, 4],
    [0, 8],
  ])
  expect(distances(states)).toEqual([5, 8, 5])
  expect(distances(matrixOf([[1, 2]]))).toEqual([])
})

test('the correlation is 1 for a scaled list, −1 for a mirrored one, and 0.5 where it was computed by hand', () => {
  expect(correlation([1, 2, 4], [10, 20, 40])).toBeCloseTo(1, 12)
  expect(correlation([1, 2, 4], [-1, -2, -4])).toBeCloseTo(-1, 12)
  // Deviations (−1, 0, 1) and (0, −1, 1): 1 / √(2 · 2).
  expect(correlation([1, 2, 3], [2, 1, 3])).toBeCloseTo(0.5, 12)
})

test('a list that does not vary correlates with nothing', () => {
  expect(correlation([1, 1], [1, 2])).toBeNaN()
  expect(correlation([], [])).toBeNaN()
})
