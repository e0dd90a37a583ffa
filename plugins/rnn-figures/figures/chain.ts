import type { Reading } from '../network/reading.ts'
import { overhang, roomyGrid, roomyLeft, roomyPitch } from './grid.ts'

/** What stands in a place of a chain: a step (from 0), or how many steps are left out there. */
export type Slot = { readonly step: number } | { readonly omitted: number }

/** A chain of cells: `perRow` places of `pitch` px in a row, rows one under another from `top`. */
export interface Chain {
  readonly slots: readonly Slot[]
  readonly left: number
  readonly right: number
  readonly pitch: number
  readonly perRow: number
  readonly top: number
  /** The height from which the rolled cell's row is measured. */
  readonly rolledTop: number
  readonly bottom: number
  readonly levels: Levels
}

/** Px from the top of a row down to its parts. */
export interface Levels {
  readonly strip: number
  readonly stripHeight: number
  readonly boxTop: number
  readonly flow: number
  readonly boxBottom: number
  readonly axis: number
  readonly height: number
}

/** Size in px of a cell's box. */
export const box = { width: 20, height: 26 } as const

const mostRows = 3
const keptAtEnd = 2
const header = 34
const narrow = 480
const widest = 64

/** Beside the rolled cell where the figure is wide, under it where it is narrow. */
export function chainFor({ symbols, network }: Reading, width: number): Chain {
  const levels = levelsFor(network.hidden)
  const under = width < narrow
  const left = under ? 30 : roomyLeft
  const roomy = under ? undefined : roomyGrid(symbols, width)
  const places = roomy ? symbols.length : Math.max(2, Math.floor((width - left - overhang) / roomyPitch(symbols)))
  const slots = slotsFor(symbols.length, mostRows * places)
  const perRow = Math.ceil(slots.length / Math.ceil(slots.length / places))
  const pitch =
    roomy?.pitch ?? Math.max(roomyPitch(symbols), Math.min(widest, Math.floor((width - left - overhang) / perRow)))
  const rolledTop = under ? 26 - levels.strip - levels.stripHeight : header
  const top = under ? rolledTop + levels.height : header
  const bottom = top + Math.ceil(slots.length / perRow) * levels.height
  return { slots, rolledTop, left, right: left + perRow * pitch + overhang, pitch, perRow, top, bottom, levels }
}

/** All steps where there are enough places; otherwise the first, a place for those left out, and the last two. */
function slotsFor(steps: number, places: number): readonly Slot[] {
  const numbered = Array.from({ length: steps }, (_, step) => ({ step }))
  if (steps <= places) return numbered
  const first = places - keptAtEnd - 1
  return [...numbered.slice(0, first), { omitted: steps - first - keptAtEnd }, ...numbered.slice(-keptAtEnd)]
}

function levelsFor(units: number): Levels {
  const strip = 24
  const stripHeight = Math.min(96, Math.max(16, units * 4))
  const boxTop = strip + stripHeight + 22
  const boxBottom = boxTop + box.height
  const axis = boxBottom + 32
  return { strip, stripHeight, boxTop, flow: boxTop + box.height / 2, boxBottom, axis, height: axis + 50 }
}

/** The middle of a place, and the top of its row. */
export function placeOf(
  { left, pitch, perRow, top, levels }: Chain,
  place: number,
): { readonly x: number; readonly y: number } {
  return { x: left + ((place % perRow) + 0.5) * pitch, y: top + Math.floor(place / perRow) * levels.height }
}
