import { parseArgs } from 'node:util'
import { near } from '../wording.ts'
import { usageError } from './usage-error.ts'

/** What may stand on a command line: `--name`, with a value that `takes` describes or without one. */
export interface Flag {
  readonly takes?: string
  readonly help: string
}

export type Flags = Readonly<Record<string, Flag>>

/** The values of the flags that are there; `true` for those without a value. */
export type Values = Readonly<Record<string, string | true>>

/** What stands behind the name of a command. */
export interface Given {
  readonly values: Values
  readonly operands: readonly string[]
}

/** Tells flags from operands. Throws a usage error for a flag that there is not, or one without its value. */
export function given(words: readonly string[], flags: Flags): Given {
  const options = Object.fromEntries(
    Object.entries(flags).map(
      ([name, { takes }]) => [name, { type: takes === undefined ? 'boolean' : 'string' }] as const,
    ),
  )
  const { tokens } = parseArgs({ args: [...words], options, strict: false, tokens: true, allowPositionals: true })
  const values: Record<string, string | true> = {}
  const operands: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
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
  return { values, operands }
}

/** The entries of a flag's value, which commas part. */
export function listed(value: string | true | undefined): readonly string[] {
  if (typeof value !== 'string') return []
  return value.split(',').flatMap((entry) => entry.trim() || [])
}

/** A sentence in which the option `fonts` of a configuration is the flag. */
export function flagged(sentence: string): string {
  return sentence.replaceAll('`fonts`', '--fonts')
}
