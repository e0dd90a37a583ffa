import { widestLabel } from './symbol-label.ts'

/** Where the time steps stand: columns of one width, wrapped into rows of steps [start, end). */
export interface Grid {
  readonly left: number
  readonly pitch: number
  readonly rows: readonly Steps[]
  /** True where every step has room for its label, false where only some do. */
  readonly labelled: boolean
}

/** Neighbouring steps [start, end), counted from 0. */
export interface Steps {
  readonly start: number
  readonly end: number
}

/** Px at the left of a roomy grid: the rolled cell, or the heatmap's name, stands there. */
export const roomyLeft = 108
/** Px for the unit numbers at the left of a compact grid. */
const compactLeft = 34
/** Size in px of the symbols under the columns. */
export const symbolSize = 14

const narrowestRoomy = 50
/** Px that the last column's arrow name reaches beyond it. */
export const overhang = 6
const widest = 56

/** The narrowest column in which every label can be read and an arrow between two cells can carry its name. */
export function roomyPitch(labels: readonly string[]): number {
  return Math.max(narrowestRoomy, Math.ceil(widestLabel(labels, symbolSize) + 10))
}

/** One row of wide columns, the same for every kind of figure, so that they line up; nothing if it does not fit. */
export function roomyGrid(labels: readonly string[], width: number): Grid | undefined {
  const pitch = Math.floor((width - roomyLeft - overhang) / labels.length)
  const least = roomyPitch(labels)
  if (pitch < least) return undefined
  return {
    left: roomyLeft,
    // On wide paper a short sequence still fills most of it.
    pitch: Math.min(pitch, Math.max(widest, least, Math.floor(width / 13))),
    rows: wrapped(labels.length, labels.length),
    labelled: true,
  }
}

/** Columns at least `narrowest` px wide, and wide enough for every label, in as few rows as that allows. */
export function compactGrid(labels: readonly string[], width: number, narrowest: number): Grid {
  const room = width - compactLeft
  const least = Math.max(narrowest, Math.ceil(widestLabel(labels, symbolSize) + 4))
  const fitting = Math.max(1, Math.floor(room / least))
  const rowCount = Math.ceil(labels.length / fitting)
  const perRow = Math.ceil(labels.length / rowCount)
  const pitch = Math.max(least, Math.min(Math.max(widest, 1.6 * least), Math.floor(room / perRow)))
  return { left: compactLeft, pitch, rows: wrapped(labels.length, perRow), labelled: true }
}

const mostDenseRows = 16
const stepsPerDenseRow = 320

/** Many steps in at most 16 rows, the same rows at any width; only some steps have a label. */
export function denseGrid(steps: number, width: number): Grid {
  const rowCount = Math.min(mostDenseRows, Math.ceil(steps / stepsPerDenseRow))
  const perRow = Math.ceil(steps / rowCount)
  const pitch = Math.min(widest, (width - compactLeft) / perRow)
  return {
    left: compactLeft,
    pitch: pitch > 4 ? Math.floor(pitch) : pitch,
    rows: wrapped(steps, perRow),
    labelled: false,
  }
}

function wrapped(length: number, perRow: number): Grid['rows'] {
  return Array.from({ length: Math.ceil(length / perRow) }, (_, row) => ({
    start: row * perRow,
    end: Math.min(length, (row + 1) * perRow),
  }))
}

/** Px from the left to the middle of a row's column (counted from 0 in its row). */
export function centre({ left, pitch }: Grid, column: number): number {
  return left + (column + 0.5) * pitch
}

/** Px from the left to the end of the longest row. */
export function right({ left, pitch, rows }: Grid): number {
  return left + pitch * Math.max(...rows.map(({ start, end }) => end - start))
}
