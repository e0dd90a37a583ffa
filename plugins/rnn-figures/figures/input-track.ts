import type { Matrix } from '../network/matrix.ts'
import type { Read } from '../network/reading.ts'
import { short } from '../scene/cell-paths.ts'
import type { Mark } from '../scene/scene.ts'
import { indexed, text } from '../scene/text.ts'
import { centre, type Grid, roomyLeft, type Steps } from './grid.ts'
import { printed } from './legend.ts'

const height = 44
const inset = 8

/** Height in px of what is drawn of real-valued inputs; symbols need none, they stand under their columns. */
export function inputTrackHeight({ series }: Read): number {
  return series ? height : 0
}

/** The real-valued inputs over the steps [start, end): a line for each of their entries, all on one scale. */
export function inputTrack({ series }: Read, steps: Steps, grid: Grid, y: number): readonly Mark[] {
  if (!series) return []
  const { values } = series
  const [low, high] = extremes(values)
  const heightOf = (value: number): number =>
    y + inset + (height - 2 * inset) * (high === low ? 0.5 : (high - value) / (high - low))
  const lines = Array.from({ length: values.columns }, (_, entry): Mark => {
    const points = Array.from({ length: steps.end - steps.start }, (_, column) => {
      const value = values.data[(steps.start + column) * values.columns + entry] ?? 0
      return `${short(centre(grid, column))} ${short(heightOf(value))}`
    })
    const d = points.length === 1 ? `M${points[0]}h0.01` : `M${points.join('L')}`
    return { kind: 'path', d, paint: values.columns === 1 ? 'ink' : 'faint', width: 1 }
  })
  const number = (value: number): Mark =>
    text(grid.left - 7, heightOf(value) + 4, shortNumber(value), { anchor: 'end', paint: 'faint' })
  const name =
    grid.left < roomyLeft ? [] : [text(0, y + height / 2 + 5, indexed('x', 't'), { size: 18, anchor: 'start' })]
  return [...lines, ...name, number(high), ...(high === low ? [] : [number(low)])]
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
