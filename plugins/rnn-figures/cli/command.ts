import type { Flags } from './flags.ts'

/** One command of `rnn-figures`. */
export interface Command {
  /** What it does, in one line. */
  readonly summary: string
  readonly flags: Flags
  /** What else there is to know. */
  readonly notes: string
  /** The text that goes to standard output, in pieces. */
  readonly run: (values: Readonly<Record<string, string | true>>) => Iterable<string>
}
