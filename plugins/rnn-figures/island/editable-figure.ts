import type { Direction, Shape } from '../network/shape.ts'
import type { Paint } from '../scene/scene.ts'

/** What a page needs to read and draw a figure anew: the JSON in `data-figure`. */
export interface EditableFigure {
  readonly shape: Shape
  readonly seed: number
  readonly symbols: readonly string[]
  readonly alphabet: readonly string[]
  /** True where blanks stand between symbols. */
  readonly words: boolean
  /** More symbols than this are not drawn. */
  readonly most: number
  /** The states before the first step, where they are given: (layers · directions) × units. */
  readonly initial: Readonly<Record<string, readonly (readonly number[])[]>>
  readonly shown: { readonly name: string; readonly layer: number; readonly directions: readonly Direction[] }
  readonly order: 'index' | 'similarity'
  readonly grey: boolean
  readonly paletteClass: string
  readonly inks: Readonly<Record<Paint, string>>
  /** The colour of every level of the figure's ramp, lowest first. */
  readonly colours: readonly string[]
  /** The attributes of the tag beside `seq` and `seed`. */
  readonly attributes: string
}
