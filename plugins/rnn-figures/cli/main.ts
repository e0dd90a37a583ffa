#!/usr/bin/env node
import { once } from 'node:events'
import { isNetworkError } from '../network/network-error.ts'
import { version } from '../version.ts'
import { near } from '../wording.ts'
import type { Command } from './command.ts'
import { flagValues } from './flags.ts'
import { commandHelp, programHelp } from './help.ts'
import { trace } from './trace.ts'
import { isUsageError, usageError } from './usage-error.ts'

const commands: Readonly<Record<string, Command>> = { trace }

/** What the words of a command line ask for, in pieces. Throws a usage error if they ask for nothing that there is. */
function answer([name, ...words]: readonly string[]): Iterable<string> {
  if (name === '--help' || name === '-h' || name === 'help') return [programHelp(commands, version)]
  if (name === '--version') return [version]
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command || name === undefined) {
    const what = name === undefined ? 'A command is missing.' : `There is no command ${JSON.stringify(name)}.`
    throw usageError(
      what,
      `${name === undefined ? `Known: ${Object.keys(commands).join(', ')}.` : near(name, Object.keys(commands)).hint} rnn-figures --help says more.`,
    )
  }
  if (words.includes('--help') || words.includes('-h')) return [commandHelp(name, command)]
  return command.run(flagValues(words, command.flags))
}

/** Writes pieces as fast as the reader takes them. */
async function print(pieces: Iterable<string>): Promise<void> {
  let waiting = ''
  for (const piece of pieces) {
    waiting += piece
    if (waiting.length < 65_536) continue
    if (!process.stdout.write(waiting)) await once(process.stdout, 'drain')
    waiting = ''
  }
  process.stdout.write(`${waiting}\n`)
}

const options = new Set([...Object.values(commands).flatMap(({ flags }) => Object.keys(flags)), 'bias'])

function told(error: unknown): string {
  if (!isUsageError(error) && !isNetworkError(error)) return ''
  const sentences = [error.message, ...(error.hint === undefined ? [] : [error.hint])]
  // What an article writes as an option stands on a command line behind two dashes.
  return sentences.join(' ').replace(/`(\w+)`/g, (written, name) => {
    return options.has(name) ? `--${name === 'bias' ? 'no-bias' : name}` : written
  })
}

// Whoever reads the output may stop before its end.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1))
try {
  await print(answer(process.argv.slice(2)))
} catch (error) {
  const sentence = told(error)
  if (sentence === '') throw error
  process.stderr.write(`rnn-figures: ${sentence}\n`)
  process.exitCode = 2
}
