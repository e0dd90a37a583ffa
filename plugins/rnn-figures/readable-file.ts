import { readFileSync, realpathSync, statSync } from 'node:fs'
import { networkError } from './network/network-error.ts'
import { grouped } from './wording.ts'

/** How many bytes are read of a file that an option names. */
const mostBytes = { weights: 256_000_000, values: 16_000_000 } as const

/**
 * The bytes of a file (`place`, absolute or from the working folder) that an author named `shown`. Throws a
 * `NetworkError` if it cannot be read, is no file, or is too large; `isAllowed` decides on its real path.
 */
export function fileBytes(
  place: string,
  shown: string,
  option: keyof typeof mostBytes,
  isAllowed: (real: string) => boolean = () => true,
): Uint8Array {
  const name = `\`${option}\` names ${JSON.stringify(shown)}`
  const found = attempt(() => ({ real: realpathSync(place), stats: statSync(place) }))
  if ('code' in found) throw networkError(`${name}, but ${reasons[found.code] ?? found.code}.`, { option })
  const { real, stats } = found.result
  if (!isAllowed(real)) throw networkError(`${name}, which lies outside the site.`, { option, hint: inside })
  if (!stats.isFile()) throw networkError(`${name}, which is not a file.`, { option })
  if (stats.size > mostBytes[option]) {
    const limit = `it has ${grouped(stats.size)} bytes, and at most ${grouped(mostBytes[option])} are read`
    throw networkError(`${name}, but ${limit}.`, { option })
  }
  const bytes = attempt(() => readFileSync(real))
  if ('code' in bytes) throw networkError(`${name}, but ${reasons[bytes.code] ?? bytes.code}.`, { option })
  return bytes.result
}

const inside = 'Put the file into the site’s folder, for example beside the article.'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  ELOOP: 'it is a link that leads to itself',
  ENAMETOOLONG: 'that is longer than a name may be',
  ERR_INVALID_ARG_VALUE: 'that is no name of a file',
}

/** A result, or the code of the system's error. */
function attempt<Result>(action: () => Result): { readonly result: Result } | { readonly code: string } {
  try {
    return { result: action() }
  } catch (error) {
    return { code: String((error as NodeJS.ErrnoException).code) }
  }
}
