import { cellOf } from '../network/cells.ts'
import type { Matrix } from '../network/matrix.ts'
import type { Reading } from '../network/reading.ts'
import type { Mark, Scene } from '../scene/scene.ts'
import { indexed, text } from '../scene/text.ts'
import { landmarks, timeAxis, timeAxisHeight } from './axis.ts'
import { type Figure, hiddenState } from './figure.ts'
import { centre, compactGrid, type Grid, right, roomyGrid, roomyLeft } from './grid.ts'
import { legend, legendHeight, legendWidth } from './legend.ts'
import { similarityOrder } from './row-order.ts'
import { levelOf, type Scale, scale } from './scale.ts'

/** What an author may choose about a heatmap. */
export interface HeatmapOptions {
  readonly order: 'index' | 'similarity'
}

const narrowestColumn = 11
const gap = 14
const top = 4

/** The hidden state as a matrix: a row for each unit, a column for each time step. */
export const heatmap: Figure<HeatmapOptions> = { phrase: 'Hidden state of a recurrent network', draw }

function draw(reading: Reading, { order }: HeatmapOptions, width: number): Scene {
  const { symbols, network } = reading
  const states = hiddenState(reading)
  const grid = roomyGrid(symbols, width) ?? compactGrid(symbols, width, narrowestColumn)
  const units = order === 'similarity' ? similarityOrder(states) : Array.from({ length: states.columns }, (_, k) => k)
  const values = scale(cellOf(network).vectors.h, states.data)
  const rowHeight = heightOfRow(units.length, grid.rows.length)
  const bandHeight = rowHeight * units.length + timeAxisHeight + gap
  const bands = grid.rows.flatMap((steps, index) => {
    const y = top + index * bandHeight
    return [
      body(states, units, values, steps, grid, y, rowHeight),
      ...unitNumbers(units, order, grid, y, rowHeight),
      ...timeAxis(symbols, steps, (column) => centre(grid, column), y + rowHeight * units.length),
    ]
  })
  const edge = Math.max(right(grid), grid.left + legendWidth)
  const legendTop = top + grid.rows.length * bandHeight
  return {
    width: edge,
    height: legendTop + legendHeight,
    marks: [...bands, ...name(grid, units.length, order, legendTop), ...legend(values, edge, legendTop)],
  }
}

/** Rows as high as can be read, as long as the whole stays on one screen. */
function heightOfRow(units: number, bands: number): number {
  const height = (bands === 1 ? 300 : 180) / units
  return height > 3 ? Math.floor(Math.min(17, height)) : Math.max(1, height)
}

function body(
  states: Matrix,
  units: readonly number[],
  values: Scale,
  { start, end }: { readonly start: number; readonly end: number },
  { left, pitch }: Grid,
  y: number,
  rowHeight: number,
): Mark {
  const levels = units.flatMap((unit) =>
    Array.from({ length: end - start }, (_, column) =>
      levelOf(values, states.data[(start + column) * states.columns + unit] ?? 0),
    ),
  )
  const size = { stepX: pitch, stepY: rowHeight, cellWidth: pitch, cellHeight: rowHeight }
  return { kind: 'cells', x: left, y, ...size, columns: end - start, ramp: 'signed', levels }
}

function unitNumbers(
  units: readonly number[],
  order: HeatmapOptions['order'],
  { left }: Grid,
  y: number,
  rowHeight: number,
): readonly Mark[] {
  const all = order === 'similarity'
  if (all && rowHeight < 13) return []
  const shown = new Set(all ? units.map((unit) => unit + 1) : landmarks(units.length, rowHeight, 15))
  return units.flatMap((unit, index) => {
    const baseline = y + (index + 0.5) * rowHeight + 4
    return shown.has(unit + 1) ? [text(left - 7, baseline, String(unit + 1), { anchor: 'end', paint: 'faint' })] : []
  })
}

/** How many rows there are and how they are sorted: in the margin of a roomy grid, or beside the legend. */
function name({ left }: Grid, units: number, order: HeatmapOptions['order'], legendTop: number): readonly Mark[] {
  const count = `${units} unit${units === 1 ? '' : 's'}`
  const sorted = order === 'similarity' ? ['by similarity'] : []
  if (left < roomyLeft) {
    return [text(0, legendTop + 8, [count, ...sorted].join(', '), { anchor: 'start', paint: 'faint' })]
  }
  const lines = [count, ...sorted].map((line, index) =>
    text(0, top + 36 + 17 * index, line, { anchor: 'start', paint: 'faint' }),
  )
  return [text(0, top + 15, indexed('h', 't'), { size: 18, anchor: 'start' }), ...lines]
}
