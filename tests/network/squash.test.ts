import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logistic, tanh } from '../../plugins/rnn-figures/network/squash.ts'

const anywhere = fc.double({ min: -50, max: 50, noNaN: true })

test('tanh is within 1e-15 of the engine’s, odd, and never beyond 1', () => {
  fc.assert(
    fc.property(anywhere, (x) => {
      expect(Math.abs(tanh(x) - Math.tanh(x))).toBeLessThan(1e-15)
      expect(tanh(-x) + tanh(x)).toBe(0)
      expect(Math.abs(tanh(x))).toBeLessThanOrEqual(1)
    }),
    { numRuns: 20_000 },
  )
})

test('small arguments keep their relative precision', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 0.5, noNaN: true }), (x) => {
      expect(Math.abs(tanh(x) / Math.tanh(x) - 1)).toBeLessThan(1e-15)
    }),
    { numRuns: 20_000 },
  )
})

test('tanh has its limits', () => {
  expect([tanh(Number.POSITIVE_INFINITY), tanh(Number.NEGATIVE_INFINITY), tanh(1e9)]).toEqual([1, -1, 1])
  expect(tanh(Number.NaN)).toBeNaN()
})

test('the logistic function is 1 / (1 + e⁻ˣ), between 0 and 1', () => {
  fc.assert(
    fc.property(anywhere, (x) => {
      expect(Math.abs(logistic(x) - 1 / (1 + Math.exp(-x)))).toBeLessThan(1e-15)
      expect(logistic(x)).toBeGreaterThanOrEqual(0)
      expect(logistic(x)).toBeLessThanOrEqual(1)
    }),
    { numRuns: 20_000 },
  )
})
