import { execFileSync } from 'node:child_process'
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

test('six thousand steps fit into 64 MB, though they have eighteen million pairs', () => {
  const module = JSON.stringify(new URL('../../lib/analysis/distances.js', import.meta.url).href)
  const program = `
    import { likeness } from ${module}
    const states = { rows: 6000, columns: 1, data: Float64Array.from({ length: 6000 }, (_, t) => Math.sin(t)) }
    process.stdout.write(likeness(states, states).toFixed(9))`
  const options = ['--max-old-space-size=64', '--input-type=module', '--eval', program]
  expect(execFileSync(process.execPath, options, { encoding: 'utf8' })).toBe('1.000000000')
})
