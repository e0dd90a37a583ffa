import { expect, test } from 'vitest'
import { distance, likeness } from '../../plugins/rnn-figures/analysis/distances.ts'
import { matrixOf } from '../../plugins/rnn-figures/network/matrix.ts'

/** One unit, so that the distances of steps are those of numbers. */
const line = (...places: readonly number[]) => matrixOf(places.map((place) => [place]))

test('the distance is that of Euclid', () => {
  const states = matrixOf([
    [0, 0],
    [3, 4],
    [0, 8],
  ])
  expect([distance(states, 0, 1), distance(states, 0, 2), distance(states, 1, 2)]).toEqual([5, 8, 5])
})

test('a run is as like itself when all is turned, moved or scaled', () => {
  const states = line(0, 1, 4, 2)
  expect(likeness(states, states)).toBeCloseTo(1, 12)
  expect(likeness(states, line(7, 5, -1, 3))).toBeCloseTo(1, 12)
})

test('the likeness is Pearson’s correlation of all distances', () => {
  // Distances (1, 2), (3, 1), (2, 3) of the pairs; deviations (−1, 0), (1, −1), (0, 1): −1 / √(2 · 2).
  expect(likeness(line(0, 1, 3), matrixOf([[0], [2], [-1]]))).toBeCloseTo(-0.5, 12)
})

test('where all distances are equal, nothing can be said', () => {
  expect(likeness(line(0, 0.1), line(0, 5))).toBeNaN()
  expect(likeness(line(0.1, 0.1, 0.1), line(0, 1, 3))).toBeNaN()
  expect(likeness(line(1), line(2))).toBeNaN()
})

test('six thousand steps take no more memory than six', () => {
  const states = matrixOf(Array.from({ length: 6000 }, (_, t) => [Math.sin(t)]))
  const before = process.memoryUsage().heapUsed
  expect(likeness(states, states)).toBeCloseTo(1, 9)
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000)
})
