import type { CellSettings } from './cell.ts'
import type { CellName } from './cells.ts'
import type { WrittenInitialStates } from './initial.ts'
import type { Values } from './series.ts'
import type { Weights } from './weights/weights.ts'

/** What decides a reading. Exactly one of `seq` and `values` is given; `weights` decide the shape where they are given. */
export interface ReadingOptions extends CellSettings {
  /** A text, read symbol by symbol (graphemes), or a list of words. */
  readonly seq?: string | readonly string[] | undefined
  /** Reads a text word by word; words are what stands between blanks. */
  readonly words?: boolean | undefined
  /** The symbols the network knows, each once. Default: the weight file's, or those of `seq` by code point. */
  readonly alphabet?: string | readonly string[] | undefined
  /** T × inputs real numbers; a plain list of numbers is T × 1. */
  readonly values?: Values | undefined
  readonly cell?: CellName | undefined
  readonly hidden?: number | undefined
  readonly layers?: number | undefined
  readonly bidirectional?: boolean | undefined
  readonly bias?: boolean | undefined
  readonly seed?: number | undefined
  readonly weights?: Weights | undefined
  readonly initial?: WrittenInitialStates | undefined
}

/** What holds where nothing else is said. */
export const defaults = {
  cell: 'rnn',
  hidden: 16,
  layers: 1,
  bidirectional: false,
  bias: true,
  seed: 0,
  words: false,
} as const
