import leven from 'leven'

/** Points to the nearest of the known words, and lists them. */
export function near(word: string, known: readonly string[]): { readonly hint: string } {
  // PyTorch says `hidden_size` and `num_layers`.
  const meant = word.toLowerCase().replace(/^num_|_size$/g, '')
  const [nearest] = known
    .map((candidate) => ({ candidate, distance: leven(meant, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  const guess =
    nearest && nearest.distance <= Math.max(2, meant.length / 3) ? `Did you mean "${nearest.candidate}"? ` : ''
  return { hint: `${guess}Known: ${known.join(', ')}.` }
}

/** The message of every option's error: what it must be, and what it is. */
export function must(
  allowed: string,
  quote: (value: unknown) => string = shown,
): { readonly error: (issue: { readonly input?: unknown }) => string } {
  return {
    error: ({ input }) =>
      input === undefined ? `is missing; it must be ${allowed}` : `must be ${allowed}, not ${quote(input)}`,
  }
}

/** A value as a message quotes it, at most 40 characters long. */
export function shown(value: unknown): string {
  if (value === '') return 'an empty text'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : listWith(value)
  if (typeof value === 'object' && value !== null) return 'a set of options'
  const whole = typeof value === 'string' ? JSON.stringify(value) : String(value)
  return whole.length > 40 ? `${whole.slice(0, 39)}…` : whole
}

function listWith(entries: readonly unknown[]): string {
  const odd = entries.find((entry) => typeof entry !== 'string' || entry === '')
  return odd === undefined ? 'a list' : `a list with ${shown(odd)} in it`
}

/** Lists of numbers as a message quotes them: by the first entry that is no number. */
export function oddNumber(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return shown(value)
  const nested = Array.isArray(value[0])
  const step = value.findIndex((entry) =>
    nested ? !Array.isArray(entry) || entry.length === 0 || !entry.every(isNumber) : !isNumber(entry),
  )
  const entry = value[step]
  const odd = nested && Array.isArray(entry) && entry.length > 0 ? entry.find((part) => !isNumber(part)) : entry
  return `a list with ${shown(odd)} at step ${step + 1}`
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value)
}

/** Words in a row, at most 40 of them. */
export function list(words: readonly string[]): string {
  return words.length > 40 ? `${words.slice(0, 40).join(', ')}, …` : words.join(', ')
}

/** Symbols with their code points, at most three of them. */
export function quotedSymbols(symbols: readonly string[]): string {
  const quoted = symbols.slice(0, 3).map((symbol) => `${JSON.stringify(symbol)} (${codes(symbol)})`)
  return quoted.join(', ') + (symbols.length > 3 ? ` and ${symbols.length - 3} more` : '')
}

function codes(symbol: string): string {
  const points = Array.from(symbol, (character) => character.codePointAt(0) ?? 0)
  return points.map((point) => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
}

/** A number with its thousands apart. */
export function grouped(number: number): string {
  return number.toLocaleString('en-US')
}
