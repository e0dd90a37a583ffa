import type { OneHot } from './inputs.ts'
import { networkError } from './network-error.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Printable ASCII, where every character is a grapheme. */
const plain = /^[ -~]*$/

/** The symbols of a sequence: the graphemes of a text, or the entries of a list as they are. */
export function symbolsOf(sequence: string | readonly string[]): readonly string[] {
  if (typeof sequence !== 'string') return sequence
  if (plain.test(sequence)) return Array.from(sequence)
  return graphemesOf(sequence)
}

const pieceLength = 1000

/**
 * The graphemes of a text, piece by piece: engines need time that grows with the square of what they segment at once.
 * The last grapheme of a piece may go on in the next, so it is segmented again.
 */
function graphemesOf(text: string): readonly string[] {
  const found: string[] = []
  let start = 0
  while (start < text.length) {
    let end = whole(text, start + pieceLength)
    let piece = segments(text.slice(start, end))
    while (piece.length === 1 && end < text.length) {
      end = whole(text, 2 * end - start)
      piece = segments(text.slice(start, end))
    }
    const sure = end < text.length ? piece.slice(0, -1) : piece
    for (const grapheme of sure) found.push(grapheme)
    start += sure.reduce((length, grapheme) => length + grapheme.length, 0)
  }
  return found
}

/** The next place at which no character of two code units is cut in half. */
function whole(text: string, end: number): number {
  return /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end + 1 : end
}

function segments(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}

/** The distinct symbols, sorted by code point. */
export function distinct(symbols: readonly string[]): readonly string[] {
  return [...new Set(symbols)].sort(byCodePoint)
}

function byCodePoint(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)]
  for (const [k, symbol] of left.entries()) {
    const difference = (symbol.codePointAt(0) ?? 0) - (right[k]?.codePointAt(0) ?? -1)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

/** The position (from 0) of the first symbol that the alphabet lacks, or −1. */
export function firstOutside(symbols: readonly string[], alphabet: readonly string[]): number {
  const known = new Set(alphabet)
  return symbols.findIndex((symbol) => !known.has(symbol))
}

/** The words of a text: what stands between blanks. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '')
}

/** T × |alphabet|: row t has a 1 in the column of symbol t. Throws a `NetworkError` for a symbol outside the alphabet. */
export function oneHot(symbols: readonly string[], alphabet: readonly string[]): OneHot {
  const column = new Map(alphabet.map((symbol, index) => [symbol, index]))
  const indices = Int32Array.from(symbols, (symbol) => {
    const index = column.get(symbol)
    if (index !== undefined) return index
    throw networkError(`The symbol ${JSON.stringify(symbol)} is not in the alphabet.`, { option: 'seq' })
  })
  return { rows: symbols.length, columns: alphabet.length, indices }
}
