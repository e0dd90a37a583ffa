import { networkError } from './network-error.ts'
import type { ReadingOptions } from './reading-options.ts'
import { distinct, firstOutside, symbolsOf, wordsOf } from './sequence.ts'

/** What is read, symbol by symbol, and the symbols that there are, in the order of the network's inputs. */
export interface Symbols {
  readonly symbols: readonly string[]
  readonly alphabet: readonly string[]
}

/** The symbols of `seq`. Throws a `NetworkError` for an empty text, or a symbol that the alphabet lacks or has twice. */
export function symbolsFor(options: ReadingOptions): Symbols {
  const { seq, words } = options
  if (seq === undefined) throw networkError('There is nothing to read: give `seq` or `values`.', { option: 'seq' })
  const symbols = words && typeof seq === 'string' ? wordsOf(seq) : symbolsOf(seq)
  if (symbols.length === 0) throw networkError('`seq` has no symbol.', { option: 'seq' })
  const alphabet = alphabetFor(options, symbols)
  const outside = firstOutside(symbols, alphabet)
  if (outside < 0) return { symbols, alphabet }
  const message = `\`seq\` has the symbol ${JSON.stringify(symbols[outside])} at position ${outside + 1}, which is not in the alphabet.`
  const wordy = !words && typeof seq === 'string' && alphabet.some((known) => symbolsOf(known).length > 1)
  const hint = `The alphabet is ${quotedList(alphabet)}.${wordy ? ' It has words: write `words`.' : ''}`
  throw networkError(message, { option: 'seq', hint })
}

function alphabetFor({ alphabet, words, weights }: ReadingOptions, symbols: readonly string[]): readonly string[] {
  if (alphabet === undefined) return weights?.alphabet ?? distinct(symbols)
  const known = words && typeof alphabet === 'string' ? wordsOf(alphabet) : symbolsOf(alphabet)
  if (new Set(known).size === known.length) return known
  const twice = known.find((symbol, index) => known.indexOf(symbol) !== index)
  throw networkError(`\`alphabet\` has ${JSON.stringify(twice)} twice; each symbol stands in it once.`, {
    option: 'alphabet',
  })
}

function quotedList(alphabet: readonly string[]): string {
  const shown = distinct(alphabet)
    .slice(0, 40)
    .map((symbol) => JSON.stringify(symbol))
  return [...shown, ...(alphabet.length > 40 ? ['…'] : [])].join(', ')
}
