import type { Stretch, Timeline } from '../scene/scene.ts'
import type { Band, RowGroup } from './body.ts'
import type { Grid, Steps } from './grid.ts'
import { readBy } from './read-by.ts'
import type { Selection } from './selection.ts'

/** Where a heatmap's parts stand; its labels in px from the top of a band. */
export interface HeatmapParts {
  readonly grid: Grid
  readonly groups: readonly RowGroup[]
  readonly bands: readonly Band[]
  readonly labels: { readonly from: number; readonly height: number }
}

/** The matrix fills column by column, each direction from its own end, and the symbol that is read lights up. */
export function heatmapTimeline({ states, directions }: Selection, parts: HeatmapParts): Timeline {
  const { grid, groups, bands, labels } = parts
  const units = groups.flatMap((group) => group.units)
  const sorted = units.some((unit, row) => unit !== row)
  const stretches = bands.flatMap((band) =>
    directions.flatMap((direction, place): readonly Stretch[] => {
      const { units = [], top = 0, bottom = 0 } = groups[place] ?? {}
      const columns = readBy(direction, columnsOf(band.steps, grid), states.rows)
      const rows = { from: place * units.length, count: units.length }
      return [
        { ...columns, y: band.y + top, height: bottom - top, rows },
        { ...columns, y: band.y + labels.from, height: labels.height },
      ]
    }),
  )
  return { stretches, ...(sorted ? { order: units } : {}) }
}

function columnsOf({ start, end }: Steps, { left, pitch }: Grid) {
  return { first: start, count: end - start, x: left, pitch, width: pitch }
}
