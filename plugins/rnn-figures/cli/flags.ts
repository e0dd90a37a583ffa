import { parseArgs } from 'node:util'
import { near } from '../wording.ts'
import { usageError } from './usage-error.ts'

/** What may stand on a command line: `--name`, with a value that `takes` describes or without one. */
export interface Flag {
  readonly takes?: string
  readonly help: string
}

export type Flags = Readonly<Record<string, Flag>>

/** The values of the flags that are there; `true` for those without a value. Throws a usage error for anything else. */
export function flagValues(words: readonly string[], flags: Flags): Readonly<Record<string, string | true>> {
  const options = Object.fromEntries(
    Object.entries(flags).map(
      ([name, { takes }]) => [name, { type: takes === undefined ? 'boolean' : 'string' }] as const,
    ),
  )
  const { tokens } = parseArgs({ args: [...words], options, strict: false, tokens: true, allowPositionals: true })
  const values: Record<string, string | true> = {}
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') throw usageError(`There is no place for ${JSON.stringify(token.value)}.`, inQuotes)
    const { name, value, rawName } = token
    const flag = Object.hasOwn(flags, name) && rawName.startsWith('--') ? flags[name] : undefined
    if (!flag)
      throw usageError(
        `There is no option ${rawName}.`,
        near(
          rawName,
          Object.keys(flags).map((known) => `--${known}`),
        ).hint,
      )
    if (name in values) throw usageError(`${rawName} is given twice.`)
    if (flag.takes !== undefined && value === undefined) throw usageError(`${rawName} needs ${flag.takes}.`)
    if (flag.takes === undefined && value !== undefined) throw usageError(`${rawName} takes no value.`)
    values[name] = value ?? true
  }
  return values
}

const inQuotes = 'A text with blanks stands in quotes: --seq "to be or not".'
