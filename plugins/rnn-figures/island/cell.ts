import { box, type Stretch, stretchesOf } from './stretch.ts'

/** A value's place: the step and the row, both counted from 0. */
export type Cell = readonly [step: number, row: number]

/** The step of a place that is counted in the order of reading, and the other way round. */
function turned(pitch: number, place: number, steps: number): number {
  return pitch > 0 ? place : steps - 1 - place
}

/** Where a cell is in a drawing, in SVG's path language; nothing where its step is left out. */
export function areaOf(svg: SVGElement, [step, row]: Cell, steps: number): string {
  const areas = stretchesOf(svg).map(([first, count, x, pitch, width, y, height, from = 0, rows = 0]: Stretch) => {
    const place = turned(pitch, step, steps) - (first % steps)
    if (place < 0 || place >= count || row < from || row >= from + rows) return ''
    const side = height / rows
    return box(x + place * pitch, y + (row - from) * side, width, side)
  })
  return areas.join('')
}

/** The cell of a drawing under a point of the window, if there is one. */
export function cellsAt(svg: SVGSVGElement, clientX: number, clientY: number, steps: number): readonly Cell[] {
  const { left, top, width: shown } = svg.getBoundingClientRect()
  const scale = svg.viewBox.baseVal.width / shown
  const [right, down] = [(clientX - left) * scale, (clientY - top) * scale]
  return stretchesOf(svg).flatMap(
    ([first, count, x, pitch, width, y, height, from = 0, rows = 0]: Stretch): readonly Cell[] => {
      const place = Math[pitch > 0 ? 'floor' : 'ceil']((right - x) / pitch)
      const row = Math.floor(((down - y) / height) * rows)
      const inside = place >= 0 && place < count && right - x - place * pitch < width && row >= 0 && row < rows
      return inside ? [[turned(pitch, (first + place) % steps, steps), from + row]] : []
    },
  )
}
