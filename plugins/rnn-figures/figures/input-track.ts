import type { Matrix } from '../network/matrix.ts'
import type { Read } from '../network/reading.ts'
import { short } from '../scene/cell-paths.ts'
import type { Mark } from '../scene/scene.ts'
import { indexed, text } from '../scene/text.ts'
import { mostShapes } from './body.ts'
import { centre, type Grid, roomyLeft, type Steps } from './grid.ts'
import { printed } from './legend.ts'
import { levelOf, scale } from './scale.ts'

const lineHeight = 50
const [above, below] = [14, 8]
/** Px of one entry where entries are rows, and how high all may be. */
const [rowHeight, mostRowHeight] = [5, 110]
/** More entries than this cannot be told apart as lines. */
const mostLines = 4

/** Height in px of what is drawn of real-valued inputs; symbols need none, they stand under their columns. */
export function inputTrackHeight({ series }: Read): number {
  if (!series) return 0
  const { columns } = series.values
  return columns > mostLines ? above + below + Math.min(mostRowHeight, rowHeight * columns) : lineHeight
}

/** The names of inputs that are drawn as lines. */
export function namedInputs({ series }: Read): readonly string[] {
  return series && series.values.columns <= mostLines ? (series.names ?? []) : []
}

/** The real-valued inputs over the steps [start, end), all on one scale: a line for each entry, or rows where they are many. */
export function inputTrack(read: Read, steps: Steps, grid: Grid, y: number): readonly Mark[] {
  const { series } = read
  if (!series) return []
  const height = inputTrackHeight(read)
  const name =
    grid.left < roomyLeft ? [] : [text(0, y + height / 2 + 5, indexed('x', 't'), { size: 18, anchor: 'start' })]
  const marks =
    series.values.columns > mostLines
      ? strip(series.values, steps, grid, y, height)
      : lines(series.values, steps, grid, y)
  return [...marks, ...name]
}

function lines(values: Matrix, steps: Steps, grid: Grid, y: number): readonly Mark[] {
  const [low, high] = extremes(values)
  const heightOf = (value: number): number =>
    y + above + (lineHeight - above - below) * (high === low ? 0.5 : (high - value) / (high - low))
  const curves = Array.from({ length: values.columns }, (_, entry): Mark => {
    const points = Array.from({ length: steps.end - steps.start }, (_, column) => {
      const value = values.data[(steps.start + column) * values.columns + entry] ?? 0
      return `${short(centre(grid, column))} ${short(heightOf(value))}`
    })
    const d = points.length === 1 ? `M${points[0]}h0.01` : `M${points.join('L')}`
    return { kind: 'path', d, paint: entry === 0 ? 'ink' : 'faint', width: 1 }
  })
  const numbers = high === low ? [high] : [high, low]
  return [...curves, ...numbers.map((value) => label(grid, heightOf(value), shortNumber(value)))]
}

/** A row for each entry, blue below zero and orange above; the number says what the strongest colours mean. */
function strip(values: Matrix, steps: Steps, grid: Grid, y: number, height: number): readonly Mark[] {
  const fitted = scale({ name: '', minimum: Number.NEGATIVE_INFINITY, maximum: Number.POSITIVE_INFINITY }, values.data)
  const columns = steps.end - steps.start
  const entryHeight = (height - above - below) / values.columns
  const levels = Array.from({ length: values.columns * columns }, (_, index) => {
    const [entry, t] = [Math.floor(index / columns), steps.start + (index % columns)]
    return levelOf(fitted, values.data[t * values.columns + entry] ?? 0)
  })
  const place = {
    x: grid.left,
    y: y + above,
    cellWidth: grid.pitch,
    cellHeight: entryHeight,
    columns,
    ramp: fitted.ramp,
  }
  const marks: Mark =
    values.data.length > mostShapes
      ? { kind: 'raster', ...place, rows: values.columns, levels: Int8Array.from(levels) }
      : { kind: 'cells', ...place, stepX: grid.pitch, stepY: entryHeight, levels }
  return [marks, label(grid, y + (height + above - below) / 2, `±${shortNumber(fitted.highest)}`)]
}

function label({ left }: Grid, y: number, words: string): Mark {
  return text(left - 4, y + 4, words, { anchor: 'end', paint: 'faint' })
}

function extremes({ data }: Matrix): readonly [number, number] {
  return [data.reduce((least, value) => Math.min(least, value)), data.reduce((most, value) => Math.max(most, value))]
}

/** At most five characters wide, as far as that is possible. */
function shortNumber(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && (size >= 9999.5 || size < 0.01)) return printed(Number(value.toPrecision(1))).replace('e+', 'e')
  return printed(Number(value.toPrecision(size >= 1000 ? 4 : 2)))
}
