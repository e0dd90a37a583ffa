import type { Mark } from '../scene/scene.ts'
import { monoWidth, text } from '../scene/text.ts'
import { centre, type Grid, type Steps, symbolSize } from './grid.ts'
import { symbolLabel } from './symbol-label.ts'

/** Height in px of the line of labels. */
export const labelHeight = 20

/** Height in px of a time axis: the labels and, under them, the steps; without a label for each, one line. */
export function timeAxisHeight({ labelled }: Grid): number {
  return labelled ? 36 : labelHeight
}

const numberRoom = 22

/** Numbers a reader needs of 1 … last, `apart` px from one to the next: first, last, every fifth (tenth, …) with `room` px. */
export function landmarks(last: number, apart: number, room: number): readonly number[] {
  const every = roundStep(apart, room)
  const between = Array.from({ length: Math.floor(last / every) }, (_, index) => every * (index + 1))
  const clear = between.filter((number) => (number - 1) * apart >= room && (last - number) * apart >= room)
  return last === 1 ? [1] : [1, ...clear, last]
}

function roundStep(apart: number, room: number): number {
  return [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((step) => step * apart >= room) ?? 10_000
}

/** The labels of steps [start, end) under their columns and the numbers of some; in a dense grid only some labels. */
export function timeAxis(labels: readonly string[], steps: Steps, grid: Grid, y: number): readonly Mark[] {
  return grid.labelled ? everyLabel(labels, steps, grid, y) : someLabels(labels, steps, grid, y)
}

function everyLabel(labels: readonly string[], { start, end }: Steps, grid: Grid, y: number): readonly Mark[] {
  const shown = new Set(landmarks(labels.length, grid.pitch, numberRoom))
  return labels.slice(start, end).flatMap((label, column) => {
    const t = start + column + 1
    const number =
      shown.has(t) || (column === 0 && grid.pitch > numberRoom)
        ? [text(centre(grid, column), y + 33, String(t), { paint: 'faint' })]
        : []
    return [symbolMark(label, centre(grid, column), y + 15), ...number]
  })
}

/** The first step of the row, round numbers, and the last step of all; named where the steps have names. */
function someLabels(names: readonly string[], { start, end }: Steps, grid: Grid, y: number): readonly Mark[] {
  const printed = (t: number): string => (names.length > 0 ? symbolLabel(names[t - 1] ?? '').text : String(t))
  const room = 24 + Math.max(monoWidth(printed(start + 1), 13), monoWidth(printed(end), 13))
  const every = roundStep(grid.pitch, room)
  const inside = Array.from({ length: end - start }, (_, column) => start + column + 1).filter(
    (t) => t % every === 0 && (t - start - 1) * grid.pitch >= room && (end - t) * grid.pitch >= room,
  )
  const wide = grid.pitch >= room - 24
  const label = (t: number, edge: number, anchor: 'start' | 'middle' | 'end'): Mark =>
    wide
      ? text(centre(grid, t - start - 1), y + 15, printed(t), { paint: 'faint' })
      : text(centre(grid, t - start - 1 + edge), y + 15, printed(t), { paint: 'faint', anchor })
  const last = end - start > 1 && (end - start) * grid.pitch >= 2 * room ? [label(end, 0.5, 'end')] : []
  return [label(start + 1, -0.5, 'start'), ...inside.map((t) => label(t, 0, 'middle')), ...last]
}

/** One symbol in mono, centred at x. */
export function symbolMark(symbol: string, x: number, y: number): Mark {
  const { text: label, faint } = symbolLabel(symbol)
  return text(x, y, [{ text: label, face: 'mono' }], { size: symbolSize, paint: faint ? 'faint' : 'ink' })
}
