import type { Mark } from '../scene/scene.ts'
import { text } from '../scene/text.ts'
import { symbolSize } from './grid.ts'
import { symbolLabel } from './symbol-label.ts'

/** Height in px of a time axis: the symbols and, under them, the steps. */
export const timeAxisHeight = 36

const numberRoom = 22

/** Numbers a reader needs of 1 … last, `apart` px from one to the next: first, last, every fifth (tenth, …) with `room` px. */
export function landmarks(last: number, apart: number, room: number): readonly number[] {
  const every = [5, 10, 20, 50, 100, 200, 500].find((step) => step * apart >= room) ?? 1000
  const between = Array.from({ length: Math.floor(last / every) }, (_, index) => every * (index + 1))
  const clear = between.filter((number) => (number - 1) * apart >= room && (last - number) * apart >= room)
  return last === 1 ? [1] : [1, ...clear, last]
}

/** The symbols of steps [start, end) under their columns, and the numbers of some of the steps. */
export function timeAxis(
  symbols: readonly string[],
  { start, end }: { readonly start: number; readonly end: number },
  centreOf: (column: number) => number,
  y: number,
): readonly Mark[] {
  const pitch = centreOf(1) - centreOf(0)
  const shown = new Set(landmarks(symbols.length, pitch, numberRoom))
  return symbols.slice(start, end).flatMap((symbol, column) => {
    const t = start + column + 1
    const number =
      shown.has(t) || (column === 0 && pitch > numberRoom)
        ? [text(centreOf(column), y + 33, String(t), { paint: 'faint' })]
        : []
    return [symbolMark(symbol, centreOf(column), y + 15), ...number]
  })
}

/** One symbol in mono, centred at x. */
export function symbolMark(symbol: string, x: number, y: number): Mark {
  const { text: label, faint } = symbolLabel(symbol)
  return text(x, y, [{ text: label, face: 'mono' }], { size: symbolSize, paint: faint ? 'faint' : 'ink' })
}
