/** What a mark is for, not what colour it has: the page and each file format decide that. */
export type Paint = 'ink' | 'faint'

/** Which ramp colours a matrix of levels. */
export type RampName = 'signed' | 'gate'

/** A grid of rectangles coloured by level; neighbours touch where a cell is as large as its step. */
export interface Cells {
  readonly kind: 'cells'
  readonly x: number
  readonly y: number
  readonly stepX: number
  readonly stepY: number
  readonly cellWidth: number
  readonly cellHeight: number
  readonly columns: number
  readonly ramp: RampName
  /** Row after row, each a level of the ramp. */
  readonly levels: readonly number[]
}

/** A matrix with too many values for shapes, each a pixel of one picture; the levels tint the paper under them. */
export interface Raster {
  readonly kind: 'raster'
  readonly x: number
  readonly y: number
  readonly cellWidth: number
  readonly cellHeight: number
  readonly columns: number
  readonly rows: number
  readonly ramp: RampName
  /** Row after row, each a level of the ramp; level 0 and what has no value leave the paper as it is. */
  readonly levels: Int8Array
}

/** A line or an outline, in SVG's path language, `width` px wide; `fill` closes and fills it instead. */
export interface Path {
  readonly kind: 'path'
  readonly d: string
  readonly paint: Paint
  readonly width?: number
  readonly fill?: boolean
  /** True where the path shows values, as cells do. */
  readonly values?: boolean
}

/** A piece of text in one face; `sub` lowers it as an index. */
export interface Run {
  readonly text: string
  readonly face?: 'sans' | 'mono' | 'italic'
  readonly sub?: boolean
}

/** Text on the baseline (x, y), `size` px high. */
export interface Text {
  readonly kind: 'text'
  readonly x: number
  readonly y: number
  readonly size: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly paint: Paint
  readonly runs: readonly Run[]
  /** Size of the lowered pieces; without it `size`, but at most 13. */
  readonly subSize?: number
}

/** The outline of a letter as a filled path in thousandths of its size, y downwards; `id` differs from all others. */
export interface Outline {
  readonly id: string
  readonly d: string
}

/** Text as outlines from (x, y), for files that must not depend on fonts; places in thousandths of `size`. */
export interface Glyphs {
  readonly kind: 'glyphs'
  readonly x: number
  readonly y: number
  readonly size: number
  readonly paint: Paint
  readonly glyphs: readonly { readonly outline: Outline; readonly x: number; readonly y: number }[]
}

export type Mark = Cells | Raster | Path | Text | Glyphs

/**
 * Neighbouring steps of the network's reading: step `first` + k, counted from 0, is the area `width` × `height` at
 * (`x` + k · `pitch`, `y`). Where the sequence is read backward, `pitch` is negative.
 */
export interface Stretch {
  readonly first: number
  readonly count: number
  readonly x: number
  readonly pitch: number
  readonly width: number
  readonly y: number
  readonly height: number
  /** Where values stand: which rows, from `from` on; values of other vectors than the figure's data have none. */
  readonly rows?: { readonly from: number; readonly count: number }
}

/** Where time runs in a picture: areas with rows fill with values, the others light up while their step is read. */
export interface Timeline {
  readonly stretches: readonly Stretch[]
  /** The unit (column of the data) of each row, where rows are sorted. */
  readonly order?: readonly number[]
}

/** A picture as data, in px; later marks lie on top. */
export interface Scene {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
  readonly timeline?: Timeline
}
