import { describe, expect, test } from 'vitest'
import { isNetworkError, matrixOf, oneHot, type ReadingOptions, read } from '../../plugins/rnn-figures/network/index.ts'

/** What `read` throws; anything but a `NetworkError` fails. */
function mistake(options: object) {
  try {
    read(options as ReadingOptions)
  } catch (error) {
    if (isNetworkError(error)) return { option: error.option, message: error.message }
    throw error
  }
  throw new Error('Nothing was thrown.')
}

const wrong: readonly (readonly [options: object, option: string | undefined, message: string])[] = [
  [{}, 'seq', 'There is nothing to read: give `seq` or `values`.'],
  [{ seq: '' }, 'seq', '`seq` has no symbol.'],
  [{ seq: 'ab', hidden: 2.5 }, 'hidden', '`hidden` must be a whole number from 1 on, not 2.5.'],
  [{ seq: 'ab', hidden: -1 }, 'hidden', '`hidden` must be a whole number from 1 on, not -1.'],
  [{ seq: 'ab', layers: 0 }, 'layers', '`layers` must be a whole number from 1 on, not 0.'],
  [{ seq: 'ab', seed: 2 ** 32 }, 'seed', '`seed` must be a whole number from 0 to 4,294,967,295, not 4294967296.'],
  [{ seq: 'ab', cell: 'ltsm' }, 'cell', '`cell` must be one of rnn, lstm, gru, not "ltsm".'],
  [{ seq: 'ab', cell: 'constructor' }, 'cell', '`cell` must be one of rnn, lstm, gru, not "constructor".'],
  [{ seq: 'ab', nonlinearity: 'sin' }, 'nonlinearity', '`nonlinearity` must be tanh or relu, not "sin".'],
  [
    { seq: 'ab', cell: 'lstm', hidden: 4000 },
    'hidden',
    'The network would have 64,064,000 weights; at most 50,000,000 are made.',
  ],
  [{ values: [1, Number.NaN] }, 'values', '`values` has NaN at step 2; every entry is a number within ±1e300.'],
  [{ values: [1e308] }, 'values', '`values` has 1e+308 at step 1; every entry is a number within ±1e300.'],
  [{ values: [] }, 'values', '`values` has no number.'],
  [{ values: [1], alphabet: 'ab' }, 'alphabet', '`alphabet` is for symbols, but `values` gives numbers to read.'],
  [{ values: [1], words: true }, 'words', '`words` is for symbols, but `values` gives numbers to read.'],
  [{ values: { values: matrixOf([[1], [2]]), labels: ['a'] } }, 'values', '`values` has 1 labels for 2 steps.'],
]

test.each(wrong)('read(%j) is refused with a sentence', (options, option, message) => {
  expect(mistake(options)).toEqual({ option, message })
})

describe('numbers that grow beyond every number', () => {
  const growing = { seq: 'ab', nonlinearity: 'relu', hidden: 3, initial: { h: 1e300 } } as const

  test('are refused in any layer', () => {
    const options = { ...growing, layers: 3, seed: 4, initial: { h: 1.7e308 } }
    expect(mistake(options).message).toMatch(/^The values of h in layer \d grow beyond every number at step \d\.$/)
  })

  test('are refused in the cell state, though the hidden state stays finite', () => {
    const options = { seq: 'ab', cell: 'lstm', hidden: 2, initial: { c: Number.POSITIVE_INFINITY } }
    expect(mistake(options).message).toBe('The values of c in layer 1 grow beyond every number at step 1.')
  })
})

test('a symbol outside the alphabet has no place', () => {
  expect(() => oneHot(['z'], ['a', 'b'])).toThrow('The symbol "z" is not in the alphabet.')
})
