import type { Matrix } from '../network/matrix.ts'
import type { Reading } from '../network/reading.ts'
import type { Mark, Scene } from '../scene/scene.ts'
import { text } from '../scene/text.ts'
import { labelHeight, landmarks, timeAxis, timeAxisHeight } from './axis.ts'
import { type Band, body, type RowGroup, rowGroups } from './body.ts'
import type { Figure } from './figure.ts'
import { compactGrid, denseGrid, type Grid, right, roomyGrid } from './grid.ts'
import { heatmapName } from './heatmap-name.ts'
import { heatmapTimeline } from './heatmap-timeline.ts'
import { inputTrack, inputTrackHeight } from './input-track.ts'
import { capitalised, ofNetwork } from './layer-name.ts'
import { legend, legendWidth } from './legend.ts'
import { similarityOrder } from './row-order.ts'
import { scale } from './scale.ts'
import { directionArrows, type Selection } from './selection.ts'
import { stepLabels } from './step-labels.ts'

/** What an author may choose about a heatmap. */
export interface HeatmapOptions {
  readonly order: 'index' | 'similarity'
  readonly grey?: boolean | undefined
}

const narrowestColumn = 11
const mostCompactRows = 10
const gap = 14
const top = 4

/** One vector as a matrix: a row for each unit, a column for each time step. */
export const heatmap: Figure<HeatmapOptions> = {
  phrase: (reading, selection) => `${capitalised(selection.vector.name)} ${ofNetwork(reading, selection)}`,
  draw,
}

function draw(reading: Reading, selection: Selection, { order, grey }: HeatmapOptions, width: number): Scene {
  const { states } = selection
  const grid = gridFor(reading, width)
  const labels = grid.labelled ? stepLabels(reading) : (reading.series?.labels ?? [])
  const values = scale(selection.vector, states.data)
  const track = inputTrackHeight(reading)
  const rowHeight = heightOfRow(states.columns, grid)
  const groups = rowGroups(orders(selection, order), rowHeight)
  const height = groups.at(-1)?.bottom ?? 0
  // Whole rows from one band to the next, so that all bands can be one picture.
  const pitch = Math.ceil((height + track + timeAxisHeight(grid) + gap) / rowHeight) * rowHeight
  const bands = grid.rows.map((steps, index): Band => ({ steps, y: top + index * pitch }))
  const legendTop = top + bands.length * pitch
  const edge = Math.max(right(grid), grid.left + legendWidth)
  const content = body({ states, values, grid, groups, bands, rowHeight, pitch })
  const sorted = order === 'similarity' ? ['by similarity'] : []
  const name = heatmapName(reading, selection, sorted, { grid, top, legendTop, fitted: values.fitted })
  const side = Math.min(rowHeight, grid.pitch)
  const style = grey ? { side } : content.some(({ kind }) => kind === 'raster') ? 'picture' : 'bar'
  return {
    width: edge,
    height: legendTop + name.height,
    marks: [
      ...content,
      ...bands.flatMap(({ steps, y }) => [
        ...unitNumbers(selection, groups, order, grid, y, rowHeight),
        ...inputTrack(reading, steps, grid, y + height),
        ...timeAxis(labels, steps, grid, y + height + track),
      ]),
      ...name.marks,
      ...legend(selection.name, values, edge, legendTop, style),
    ],
    timeline: heatmapTimeline(selection, {
      grid,
      groups,
      bands,
      labels: { from: height, height: track + labelHeight },
    }),
  }
}

function gridFor(reading: Reading, width: number): Grid {
  const labels = stepLabels(reading)
  const roomy = roomyGrid(labels, width)
  if (roomy) return { ...roomy, labelled: labels.some((label) => label !== '') }
  const compact = compactGrid(labels, width, narrowestColumn)
  return reading.series || compact.rows.length > mostCompactRows ? denseGrid(labels.length, width) : compact
}

/** Rows as high as can be read, as long as the whole stays on one screen, or on a few where the steps are many. */
function heightOfRow(units: number, { rows, labelled }: Grid): number {
  const bands = rows.length
  const height = (bands === 1 ? 300 : labelled ? 180 : Math.min(180, 900 / bands)) / units
  return height > 3 ? Math.floor(Math.min(17, height)) : Math.max(labelled ? 1 : 0.5, Math.round(height * 2) / 2)
}

/** The columns of the states in the order of the rows, direction after direction. */
function orders({ states, directions }: Selection, order: HeatmapOptions['order']): readonly (readonly number[])[] {
  const units = states.columns / directions.length
  return directions.map((_, place) => {
    const first = place * units
    if (order === 'index') return Array.from({ length: units }, (_, unit) => first + unit)
    return similarityOrder(columns(states, first, units)).map((unit) => first + unit)
  })
}

function columns(states: Matrix, first: number, count: number): Matrix {
  if (count === states.columns) return states
  const data = Float64Array.from({ length: states.rows * count }, (_, index) => {
    return states.data[Math.floor(index / count) * states.columns + first + (index % count)] ?? 0
  })
  return { rows: states.rows, columns: count, data }
}

/** Some of the rows' numbers; with both directions, an arrow before the first says which way each reads. */
function unitNumbers(
  { directions }: Selection,
  groups: readonly RowGroup[],
  order: HeatmapOptions['order'],
  { left }: Grid,
  y: number,
  rowHeight: number,
): readonly Mark[] {
  return groups.flatMap(({ units, top: start }, place) => {
    const direction = directions[place]
    const arrow = directions.length > 1 && direction ? directionArrows[direction] : ''
    const shown = shownNumbers(units, order, rowHeight)
    const first = Math.min(...units)
    // The first number of the next group stands too close.
    if (place + 1 < groups.length && rowHeight < 8) shown.delete(units.at(-1) ?? -1)
    return units.flatMap((unit, index) => {
      const number = shown.has(unit) ? String(unit - first + 1) : ''
      const label = index === 0 ? arrow + number : number
      const baseline = y + start + Math.max(7, (index + 0.5) * rowHeight) + 4
      return label === '' ? [] : [text(left - 7, baseline, label, { anchor: 'end', paint: 'faint' })]
    })
  })
}

/** The units whose numbers stand beside their rows: all or none where the rows are sorted. */
function shownNumbers(units: readonly number[], order: HeatmapOptions['order'], rowHeight: number): Set<number> {
  if (order === 'similarity') return new Set(rowHeight < 13 ? [] : units)
  const first = units[0] ?? 0
  return new Set(landmarks(units.length, rowHeight, 15).map((number) => first + number - 1))
}
