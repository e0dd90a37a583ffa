import { widestLabel } from './symbol-label.ts'

/** Where the time steps stand: columns of one width, wrapped into rows of steps [start, end). */
export interface Grid {
  readonly left: number
  readonly pitch: number
  readonly rows: readonly { readonly start: number; readonly end: number }[]
}

/** Px at the left of a roomy grid: the rolled cell, or the heatmap's name, stands there. */
export const roomyLeft = 108
/** Px for the unit numbers at the left of a compact grid. */
export const compactLeft = 34
/** Size in px of the symbols under the columns. */
export const symbolSize = 14

const narrowestRoomy = 50
/** Px that the last column's arrow name reaches beyond it. */
export const overhang = 6
const widest = 56

/** The narrowest column in which every symbol can be read and an arrow between two cells can carry its name. */
export function roomyPitch(symbols: readonly string[]): number {
  return Math.max(narrowestRoomy, Math.ceil(widestLabel(symbols, symbolSize) + 10))
}

/** One row of wide columns, the same for every kind of figure, so that they line up; nothing if it does not fit. */
export function roomyGrid(symbols: readonly string[], width: number): Grid | undefined {
  const pitch = Math.floor((width - roomyLeft - overhang) / symbols.length)
  if (pitch < roomyPitch(symbols)) return undefined
  return {
    left: roomyLeft,
    pitch: Math.min(pitch, Math.max(widest, roomyPitch(symbols))),
    rows: wrapped(symbols.length, symbols.length),
  }
}

/** Columns at least `narrowest` px wide, and wide enough for every symbol, in as few rows as that allows. */
export function compactGrid(symbols: readonly string[], width: number, narrowest: number): Grid {
  const room = width - compactLeft
  const least = Math.max(narrowest, Math.ceil(widestLabel(symbols, symbolSize) + 4))
  const fitting = Math.max(1, Math.floor(room / least))
  const rowCount = Math.ceil(symbols.length / fitting)
  const perRow = Math.ceil(symbols.length / rowCount)
  const pitch = Math.max(least, Math.min(Math.max(widest, 1.6 * least), Math.floor(room / perRow)))
  return { left: compactLeft, pitch, rows: wrapped(symbols.length, perRow) }
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
