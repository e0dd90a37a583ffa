import { symbolsOf, wordsOf } from '../network/sequence.ts'
import type { EditableFigure } from './editable-figure.ts'

/** What an editor says of what is typed, in the page's language. */
export interface TypingLabels {
  readonly unknown: string
  readonly empty: string
  readonly long: string
}

/** What a field holds: the symbols that the figure knows, and what is wrong with the rest. */
export interface Typed {
  readonly symbols: readonly string[]
  readonly note: string
}

/** Reads the field; between symbols that follow without blanks, it takes out what the figure does not know. */
export function typed(figure: EditableFigure, field: HTMLTextAreaElement, labels: TypingLabels): Typed {
  const known = new Set(figure.alphabet)
  const isKnown = (symbol: string): boolean => known.has(symbol)
  const written = figure.words ? wordsOf(field.value) : symbolsOf(field.value)
  const all = written.filter(isKnown)
  const symbols = all.slice(0, figure.most)
  if (!figure.words && symbols.length < written.length) {
    const caret = symbolsOf(field.value.slice(0, field.selectionStart)).filter(isKnown).join('').length
    field.value = symbols.join('')
    field.setSelectionRange(caret, caret)
  }
  const unknown = [...new Set(written.filter((symbol) => !isKnown(symbol)))].map((symbol) => JSON.stringify(symbol))
  if (unknown.length > 0) return { symbols, note: said(labels.unknown, figure.alphabet, unknown) }
  if (all.length > figure.most) return { symbols, note: labels.long.replace('{most}', String(figure.most)) }
  return { symbols, note: all.length === 0 ? labels.empty : '' }
}

function said(sentence: string, alphabet: readonly string[], unknown: readonly string[]): string {
  const listed = `${alphabet.slice(0, 40).join(' ')}${alphabet.length > 40 ? ' …' : ''}`
  return sentence.replace('{alphabet}', () => listed).replace('{symbols}', () => unknown.join(', '))
}
