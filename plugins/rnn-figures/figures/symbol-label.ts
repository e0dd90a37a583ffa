import { symbolsOf } from '../network/sequence.ts'
import { monoWidth } from '../scene/text.ts'

/** How a symbol is printed; `faint` where the print stands for something that has no ink of its own. */
export interface SymbolLabel {
  readonly text: string
  readonly faint: boolean
}

const longest = 12

/** What needs no closer look: short and of nothing but printable ASCII. */
const plain = /^[!-~]{1,12}$/

/** A space as ␣, other blanks and controls by name, a lone accent on a dotted circle, a long word cut with "…". */
export function symbolLabel(symbol: string): SymbolLabel {
  if (plain.test(symbol)) return { text: symbol, faint: false }
  const shown = symbol.toWellFormed()
  if (shown === ' ') return { text: '␣', faint: true }
  if (/^[\p{C}\p{Z}]+$/u.test(shown)) return { text: invisible(shown), faint: true }
  if (/^\p{M}/u.test(shown)) return { text: `◌${shown}`, faint: false }
  const graphemes = symbolsOf(shown)
  const short = graphemes.length > longest ? `${graphemes.slice(0, longest - 1).join('')}…` : shown
  return { text: short, faint: false }
}

function invisible(symbol: string): string {
  const [code = 0] = Array.from(symbol, (character) => character.codePointAt(0) ?? 0)
  return code < 32 ? String.fromCodePoint(0x2400 + code) : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** Width in px of the widest label. */
export function widestLabel(symbols: readonly string[], size: number): number {
  return symbols.reduce((width, symbol) => Math.max(width, monoWidth(symbolLabel(symbol).text, size)), 0)
}
