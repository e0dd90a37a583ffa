import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distinct, symbolsOf, wordsOf } from '../../plugins/rnn-figures/network/sequence.ts'

const pieces = [
  'a',
  'e\u0301',
  '👩‍👩‍👧‍👦',
  '🇺🇳',
  '🇩',
  '\u0301',
  '\r\n',
  '\ud800',
  'क्षि',
  '한국',
  ' ',
  '👩🏽‍🚀',
  '\u200d',
]

/** All at once, as the standard says it. */
const atOnce = (text: string) =>
  Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment)

test('symbols are graphemes, wherever a long text is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 900 }), fc.nat(1100), (list, lead) => {
      const text = 'é'.repeat(lead) + list.join('')
      expect(symbolsOf(text)).toEqual(atOnce(text))
    }),
    { numRuns: 1000 },
  )
})

test('a single grapheme longer than a piece stays whole', () => {
  const accents = `a${'\u0301'.repeat(5000)}`
  expect(symbolsOf(`${accents}b`)).toEqual([accents, 'b'])
  const flags = '🇺🇳'.repeat(3000)
  expect(symbolsOf(flags)).toHaveLength(3000)
})

test('a long text takes time in proportion to its length', () => {
  expect(symbolsOf('ä'.repeat(1_000_000))).toHaveLength(1_000_000)
})

test('words are what stands between blanks of any kind', () => {
  expect(wordsOf('  to be\tor\u00a0not\nto  be ')).toEqual(['to', 'be', 'or', 'not', 'to', 'be'])
  expect(wordsOf(' \n ')).toEqual([])
})

test('an alphabet is sorted by code point, not by code unit', () => {
  expect(distinct(['\u{1f600}', '\uff5e', 'b', 'ab', 'a', 'b'])).toEqual(['a', 'ab', 'b', '\uff5e', '\u{1f600}'])
})
