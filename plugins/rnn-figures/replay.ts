import type { ComputedFigure } from './computed-figure.ts'
import { drawings } from './draw.ts'
import { editableFigure } from './editable.ts'
import { mdxLine, textOf } from './island/edition.ts'
import type { FigureSpec } from './spec.ts'

/** What readers may do with a figure: replay it, and perhaps more. */
export interface Replay {
  /** How many symbols or inputs are read. */
  readonly length: number
  /** How many steps a replay has: more than that where the sequence is read again. */
  readonly steps: number
  readonly editing?: Editing
}

/** What readers may change, and what the page needs for that. */
export interface Editing {
  readonly editable: boolean
  readonly reroll: boolean
  readonly kind: FigureSpec['kind']
  readonly seed: number
  /** The sequence as it stands in the field. */
  readonly text: string
  /** The tag that prints the figure. */
  readonly line: string
  /** An `EditableFigure` as JSON. */
  readonly figure: string
}

/** What the author of a figure lets readers do. Throws a `NetworkError` where that cannot be. */
export function replayOf(figure: ComputedFigure): Replay | undefined {
  const { replay = false, editable = false, reroll = false, kind } = figure.spec
  if (!replay && !editable && !reroll) return undefined
  const length = figure.reading.inputs.rows
  const steps = length * (drawings[kind].passes?.(figure.reading.network) ?? 1)
  if (!editable && !reroll) return { length, steps }
  const drawn = editableFigure(figure, editable ? 'editable' : 'reroll')
  const { seed } = drawn
  const text = textOf(drawn, drawn)
  const line = mdxLine(drawn, drawn)
  return { length, steps, editing: { editable, reroll, kind, seed, text, line, figure: JSON.stringify(drawn) } }
}
