import { extname } from 'node:path'
import { dataNames, type FileName, formatNames } from '../output/format.ts'
import { near } from '../wording.ts'
import { usageError } from './usage-error.ts'

/** What figures can be written as on a command line. */
export const fileFormats: readonly FileName[] = [...formatNames, ...dataNames]

const known = fileFormats.join(', ')

/** The formats that `--formats` lists, each once. Throws a usage error for one that there is not. */
export function formatsIn(words: readonly string[]): readonly FileName[] {
  const wrong = words.find((word) => !isFormat(word))
  if (wrong === undefined && words.length > 0) return [...new Set(words.filter(isFormat))]
  const hint = wrong === undefined ? undefined : near(wrong, fileFormats).hint
  throw usageError(`--formats must be a list of ${known}, not ${JSON.stringify(wrong ?? '')}.`, hint)
}

/** The format of a file by the ending of its name. Throws a usage error where it has none that figures have. */
export function formatOf(path: string): FileName {
  const ending = extname(path).slice(1).toLowerCase()
  if (isFormat(ending)) return ending
  throw usageError(`--out names ${JSON.stringify(path)}, whose ending must be one of ${known}.`)
}

function isFormat(word: string): word is FileName {
  return (fileFormats as readonly string[]).includes(word)
}
