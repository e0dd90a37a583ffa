import type { ComputedFigure } from './computed-figure.ts'
import { mostShapes } from './figures/body.ts'
import { networkError } from './network/network-error.ts'
import { symbolsOf } from './network/sequence.ts'
import { grouped } from './wording.ts'

/** The seed of a network that reads symbols: only such weights can be drawn in a page. */
export function pageSeed({ reading: { origin, series } }: ComputedFigure, option: string): number {
  if (series) {
    throw networkError(`\`${option}\` is for symbols, but \`values\` gives numbers to read.`, {
      option,
      hint: 'Write `replay` instead.',
    })
  }
  if ('seed' in origin) return origin.seed
  const message = `\`${option}\` runs the network in the page with weights from a seed, but these weights come from a file.`
  throw networkError(message, { option, hint: 'Write `replay` instead, or leave `weights` out.' })
}

/** Throws a `NetworkError` where what is typed would not come out as the symbols that it went in as. */
export function checkSymbols(words: boolean, alphabet: readonly string[], option: string): void {
  if (words) checkBlanks(alphabet, option)
  else checkNeighbours(alphabet, option)
}

function checkNeighbours(alphabet: readonly string[], option: string): void {
  const pairs = alphabet.flatMap((first) => alphabet.map((second) => [first, second] as const))
  const joined = pairs.find(([first, second]) => symbolsOf(first + second).length !== 2)
  const [first, second] = joined ?? [alphabet.find((symbol) => symbol.includes('\r')), undefined]
  if (first === undefined) return
  const what =
    second === undefined
      ? `${JSON.stringify(first)} cannot be typed into`
      : `${JSON.stringify(first)} and ${JSON.stringify(second)} become one symbol in`
  throw networkError(`\`${option}\` reads a field symbol by symbol, but ${what} a text.`, {
    option,
    hint: 'Write `replay` instead.',
  })
}

function checkBlanks(alphabet: readonly string[], option: string): void {
  const odd = alphabet.find((symbol) => /\s/u.test(symbol))
  if (odd === undefined) return
  const message = `\`${option}\` tells words apart by the blanks between them, but the word ${JSON.stringify(odd)} has one.`
  throw networkError(message, { option })
}

/** More weights than this take a page too long each time. */
const mostWeights = 1_000_000

/** How many symbols a page draws. Throws a `NetworkError` where the figure has more, or a network that is too large. */
export function mostSymbols({ reading: { network }, selected: { states } }: ComputedFigure, option: string): number {
  const weights = Object.values(network.parameters).reduce((sum, { data }) => sum + data.length, 0)
  if (weights > mostWeights) {
    const message = `\`${option}\` runs the network in the page, where it may have ${grouped(mostWeights)} weights; it has ${grouped(weights)}.`
    throw networkError(message, { option, hint: 'Lower `hidden` or `layers`.' })
  }
  const most = Math.floor(mostShapes / states.columns)
  if (states.rows <= most) return most
  const message = `\`${option}\` draws in the page at most ${grouped(mostShapes)} values, which is ${grouped(most)} symbols here; \`seq\` has ${grouped(states.rows)}.`
  throw networkError(message, { option, hint: 'Shorten `seq`, lower `hidden`, or write `replay` instead.' })
}
