import type { Command } from './command.ts'
import type { Flags } from './flags.ts'

/** What the program can do. */
export function programHelp(commands: Readonly<Record<string, Command>>, version: string): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  return `rnn-figures ${version}: recurrent networks as PyTorch computes them

Usage: rnn-figures <command> [options]

${lines.join('\n')}

rnn-figures <command> --help says what a command takes.
`
}

/** What a command takes. */
export function commandHelp(name: string, { summary, takes, flags, notes }: Command): string {
  const all: Flags = { ...flags, help: { help: 'prints this' } }
  const heads = Object.entries(all).map(
    ([flag, { takes }]) => `--${flag}${takes ? ` <${takes.replace(/^an? /, '')}>` : ''}`,
  )
  const width = Math.max(...heads.map((head) => head.length))
  const lines = Object.values(all).map(({ help }, index) => `  ${heads[index]?.padEnd(width)}  ${help}`)
  const usage = takes === undefined ? '' : `Usage: rnn-figures ${name} ${takes} [options]\n\n`
  return `rnn-figures ${name} ${summary}\n\n${usage}${lines.join('\n')}\n\n${notes}\n`
}
