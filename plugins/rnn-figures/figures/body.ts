import type { Matrix } from '../network/matrix.ts'
import type { Mark, Raster } from '../scene/scene.ts'
import type { Grid, Steps } from './grid.ts'
import { levelOf, type Scale } from './scale.ts'

/** Rows that stand together: `units` are columns of the states; `top` and `bottom` in px from the band's top. */
export interface RowGroup {
  readonly units: readonly number[]
  readonly top: number
  readonly bottom: number
}

/** A stretch of steps at height `y`. */
export interface Band {
  readonly steps: Steps
  readonly y: number
}

/** Everything that decides the matrix in a heatmap; `pitch` is the distance of two bands. */
export interface Body {
  readonly states: Matrix
  readonly values: Scale
  readonly grid: Grid
  readonly groups: readonly RowGroup[]
  readonly bands: readonly Band[]
  readonly rowHeight: number
  readonly pitch: number
}

/** More cells than this are pixels of one picture. */
export const mostShapes = 6_000

const betweenGroups = 6

/** The groups one under another with a little space between them, in whole rows. */
export function rowGroups(orders: readonly (readonly number[])[], rowHeight: number): readonly RowGroup[] {
  const apart = Math.ceil(betweenGroups / rowHeight) * rowHeight
  return orders.map((units, index) => {
    const top = index * (units.length * rowHeight + apart)
    return { units, top, bottom: top + units.length * rowHeight }
  })
}

/** The cells: shapes that a page can restyle, or one picture where they are too many. */
export function body(content: Body): readonly Mark[] {
  const { states, bands } = content
  if (states.data.length > mostShapes) return [raster(content)]
  return bands.flatMap((band) => content.groups.map((group) => cells(content, band, group)))
}

function cells({ states, values, grid, rowHeight }: Body, { steps, y }: Band, { units, top }: RowGroup): Mark {
  const levels: number[] = []
  for (const unit of units) {
    for (let t = steps.start; t < steps.end; t++) levels.push(levelAt(states, values, t, unit))
  }
  const size = { stepX: grid.pitch, stepY: rowHeight, cellWidth: grid.pitch, cellHeight: rowHeight }
  const columns = steps.end - steps.start
  return { kind: 'cells', x: grid.left, y: y + top, ...size, columns, ramp: values.ramp, levels }
}

/** All bands in one picture, with empty rows where axes and labels stand. */
function raster({ states, values, grid, groups, bands, rowHeight, pitch }: Body): Raster {
  const [first] = bands
  const columns = Math.max(...bands.map(({ steps }) => steps.end - steps.start))
  const height = (groups.at(-1)?.bottom ?? 0) / rowHeight
  const rows = Math.round(((bands.length - 1) * pitch) / rowHeight + height)
  const levels = new Int8Array(rows * columns)
  bands.forEach(({ steps }, band) => {
    for (const { units, top } of groups) {
      const corner = Math.round((band * pitch + top) / rowHeight) * columns - steps.start
      for (let t = steps.start; t < steps.end; t++) {
        units.forEach((unit, row) => {
          levels[corner + row * columns + t] = levelAt(states, values, t, unit)
        })
      }
    }
  })
  const place = { x: grid.left, y: first?.y ?? 0, cellWidth: grid.pitch, cellHeight: rowHeight }
  return { kind: 'raster', ...place, columns, rows, ramp: values.ramp, levels }
}

function levelAt({ columns, data }: Matrix, values: Scale, t: number, unit: number): number {
  return levelOf(values, data[t * columns + unit] ?? 0)
}
