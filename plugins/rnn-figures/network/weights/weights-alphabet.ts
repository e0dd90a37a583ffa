import { symbolsOf } from '../sequence.ts'
import { quoted, weightsError } from './weights-error.ts'

/**
 * The symbols in `__metadata__.alphabet`, if it is there: a JSON list of texts, or else a text's graphemes.
 *
 * Throws a `NetworkError` where it has not as many symbols as the network takes, or one twice.
 */
export function alphabetIn(
  { alphabet }: Readonly<Record<string, string>>,
  symbols: number,
): readonly string[] | undefined {
  if (alphabet === undefined) return undefined
  const list = listIn(alphabet) ?? symbolsOf(alphabet)
  if (list.length !== symbols) {
    throw weightsError(
      `The alphabet of the weights must have ${symbols} symbols, as the network takes, not ${list.length}.`,
    )
  }
  const seen = new Set<string>()
  for (const symbol of list) {
    if (seen.has(symbol))
      throw weightsError(`The alphabet of the weights has ${quoted(symbol)} twice; each symbol stands in it once.`)
    seen.add(symbol)
  }
  return list
}

function listIn(text: string): readonly string[] | undefined {
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) && list.every((symbol) => typeof symbol === 'string') ? list : undefined
  } catch {
    return undefined
  }
}
