#!/usr/bin/env node
import { isNetworkError } from '../network/network-error.ts'
import { version } from '../version.ts'
import { near } from '../wording.ts'
import type { Command } from './command.ts'
import { draw } from './draw.ts'
import { exportFigures } from './export.ts'
import { given } from './flags.ts'
import { commandHelp, programHelp } from './help.ts'
import { print } from './print.ts'
import { trace } from './trace.ts'
import { isUsageError, usageError } from './usage-error.ts'

const commands: Readonly<Record<string, Command>> = { trace, draw, export: exportFigures }

/** What the words of a command line ask for, in pieces. Throws a usage error if they ask for nothing that there is. */
function answer([name, ...words]: readonly string[]): Iterable<string> | AsyncIterable<string> {
  if (name === '--help' || name === '-h' || name === 'help') return [programHelp(commands, version)]
  if (name === '--version') return [`${version}\n`]
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command || name === undefined) {
    const what = name === undefined ? 'A command is missing.' : `There is no command ${JSON.stringify(name)}.`
    throw usageError(
      what,
      `${name === undefined ? `Known: ${Object.keys(commands).join(', ')}.` : near(name, Object.keys(commands)).hint} rnn-figures --help says more.`,
    )
  }
  if (words.includes('--help') || words.includes('-h')) return [commandHelp(name, command)]
  const { values, operands } = given(words, command.flags)
  if (command.takes === undefined && operands.length > 0) {
    throw usageError(`There is no place for ${JSON.stringify(operands[0])}.`, inQuotes)
  }
  return command.run(values, operands)
}

const inQuotes = 'A text with blanks stands in quotes: --seq "to be or not".'

const options = new Set([...Object.values(commands).flatMap(({ flags }) => Object.keys(flags)), 'bias'])

function told(error: unknown): string {
  if (!isUsageError(error) && !isNetworkError(error)) return ''
  const sentences = [error.message, ...(error.hint === undefined ? [] : [error.hint])]
  // What an article writes as an option stands on a command line behind two dashes.
  return sentences.join(' ').replace(/`(\w+)`/g, (written, name) => {
    return options.has(name) ? `--${name === 'bias' ? 'no-bias' : name}` : written
  })
}

// Whoever reads the output may stop before its end; `print` hears of it where it writes.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
try {
  await print(answer(process.argv.slice(2)))
} catch (error) {
  const sentence = told(error)
  if (sentence === '') throw error
  process.stderr.write(`rnn-figures: ${sentence}\n`)
  process.exitCode = 2
}
