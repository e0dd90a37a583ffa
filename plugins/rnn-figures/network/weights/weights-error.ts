import { type NetworkError, networkError } from '../network-error.ts'

const longest = 60
const most = 8

/** An error in a file of weights, told in a sentence. */
export function weightsError(message: string, hint?: string): NetworkError {
  return networkError(message, { option: 'weights', ...(hint === undefined ? {} : { hint }) })
}

/** A text from a file as a message quotes it: at most 60 characters, with those that cannot be seen written out. */
export function quoted(text: string): string {
  const characters = Array.from(text.slice(0, 2 * longest + 2))
  const short = characters.length > longest ? [...characters.slice(0, longest - 1), '…'] : characters
  return JSON.stringify(short.join('')).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)
}

/** Texts from a file in a row, at most eight of them. */
export function quotedList(texts: readonly string[]): string {
  const shown = texts.slice(0, most).map(quoted).join(', ')
  return texts.length > most ? `${shown} and ${texts.length - most} more` : shown
}

/** Any value from a file as a message quotes it, however large or deep. */
export function quotedValue(value: unknown): string {
  if (!Array.isArray(value)) return scalar(value)
  const shown = value.slice(0, most).map((entry) => (Array.isArray(entry) ? '[…]' : scalar(entry)))
  return `[${[...shown, ...(value.length > most ? ['…'] : [])].join(', ')}]`
}

function scalar(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16)
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`
}
