import type { Read } from '../network/reading.ts'
import { type Direction, directions, type Shape } from '../network/shape.ts'
import { overhang, roomyGrid, roomyLeft, roomyPitch } from './grid.ts'
import { stepLabels } from './step-labels.ts'

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
  /** From the top of the row, so the last layer first. */
  readonly layers: readonly Level[]
  readonly axis: number
  readonly height: number
}

/** One layer of a row. */
export interface Level {
  readonly layer: number
  readonly strip: number
  readonly stripHeight: number
  /** Upper before lower. */
  readonly lanes: readonly Lane[]
  /** Where the layer's inputs come from. */
  readonly source: number
}

/** The cells of one direction in a layer; `aside` is their distance from the middle of a place. */
export interface Lane {
  readonly direction: Direction
  readonly aside: number
  readonly boxTop: number
  readonly flow: number
  readonly boxBottom: number
}

/** Width in px of a cell's box. */
export const boxWidth = 20

/** Px that the bracket over two states rises above them. */
export const bracketHeight = 5

const keptAtEnd = 2
const header = 34
const narrow = 480
const widest = 64
/** Px that the rows of a chain may take together. */
const mostHeight = 700
const mostRows = 3

/** True for one layer that reads forward: there is room at its arrows for the names of the weights. */
export function isSingle({ layers, bidirectional }: Shape): boolean {
  return layers === 1 && !bidirectional
}

/** Beside the rolled cell where the figure is wide, under it where it is narrow. */
export function chainFor(read: Read, network: Shape, width: number, grey = false): Chain {
  const labels = stepLabels(read)
  const levels = levelsFor(network, grey)
  const under = width < narrow
  const left = under ? 30 : roomyLeft
  const roomy = under ? undefined : roomyGrid(labels, width)
  const places = roomy ? labels.length : Math.max(2, Math.floor((width - left - overhang) / roomyPitch(labels)))
  const rows = Math.min(mostRows, Math.max(1, Math.floor(mostHeight / levels.height)))
  const slots = slotsFor(labels.length, rows * places)
  const perRow = Math.ceil(slots.length / Math.ceil(slots.length / places))
  const pitch =
    roomy?.pitch ?? Math.max(roomyPitch(labels), Math.min(widest, Math.floor((width - left - overhang) / perRow)))
  const rolledTop = under ? 26 - rolledStart(levels) : header
  const top = under ? rolledTop + levels.height : header
  const bottom = top + Math.ceil(slots.length / perRow) * levels.height
  return { slots, rolledTop, left, right: left + perRow * pitch + overhang, pitch, perRow, top, bottom, levels }
}

/** Where the rolled cell's own parts begin: it has no strips above its top layer. */
function rolledStart({ layers }: Levels): number {
  const [top] = layers
  return top ? top.strip + top.stripHeight : 0
}

/** All steps where there are enough places; otherwise the first, a place for those left out, and the last two. */
function slotsFor(steps: number, places: number): readonly Slot[] {
  const numbered = Array.from({ length: steps }, (_, step) => ({ step }))
  if (steps <= places) return numbered
  const first = Math.max(1, places - keptAtEnd - 1)
  return [...numbered.slice(0, first), { omitted: steps - first - keptAtEnd }, ...numbered.slice(-keptAtEnd)]
}

interface Sizes {
  readonly strip: number
  readonly toStrip: number
  readonly box: number
  readonly betweenLanes: number
  readonly toSource: number
}

function levelsFor(network: Shape, grey: boolean): Levels {
  const { hidden: units, layers } = network
  const sizes = isSingle(network)
    ? { strip: stripHeight(units, grey ? 8 : 4, grey ? 160 : 96), toStrip: 22, box: 26, betweenLanes: 0, toSource: 32 }
    : { strip: stripHeight(units, grey ? 8 : 3, grey ? 96 : 40), toStrip: 18, box: 22, betweenLanes: 12, toSource: 34 }
  const found: Level[] = []
  let y = 24
  for (let layer = layers - 1; layer >= 0; layer--) {
    const level = levelAt(network, layer, y, sizes)
    found.push(level)
    // A bracket stands over the states of two directions, and the next layer's lines begin there.
    y = level.source + (level.lanes.length === 1 || layer === 0 ? 0 : bracketHeight)
  }
  return { layers: found, axis: y, height: y + 50 }
}

/** Squares need more room than colours. */
function stripHeight(units: number, each: number, most: number): number {
  return Math.min(most, Math.max(16, units * each))
}

function levelAt(network: Shape, layer: number, strip: number, sizes: Sizes): Level {
  const upwards = directions(network).toReversed()
  const first = strip + sizes.strip + sizes.toStrip
  const lanes = upwards.map((direction, index) => {
    const boxTop = first + index * (sizes.box + sizes.betweenLanes)
    const aside = upwards.length === 1 ? 0 : direction === 'forward' ? -12 : 12
    return { direction, aside, boxTop, flow: boxTop + sizes.box / 2, boxBottom: boxTop + sizes.box }
  })
  return { layer, strip, stripHeight: sizes.strip, lanes, source: (lanes.at(-1)?.boxBottom ?? first) + sizes.toSource }
}

/** The middle of a place, and the top of its row. */
export function placeOf(
  { left, pitch, perRow, top, levels }: Chain,
  place: number,
): { readonly x: number; readonly y: number } {
  return { x: left + ((place % perRow) + 0.5) * pitch, y: top + Math.floor(place / perRow) * levels.height }
}
