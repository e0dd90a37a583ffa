import type { Flags, Values } from './flags.ts'

/** One command of `rnn-figures`. */
export interface Command {
  /** What it does, in one line. */
  readonly summary: string
  /** What it takes besides flags, as its help writes it; without this, nothing. */
  readonly takes?: string
  readonly flags: Flags
  /** What else there is to know. */
  readonly notes: string
  /**
   * The text that goes to standard output, in pieces. An asynchronous command writes files too: it runs to its end even
   * if nobody reads on, and where it could not do everything it sets the exit status itself.
   */
  readonly run: (values: Values, operands: readonly string[]) => Iterable<string> | AsyncIterable<string>
}
