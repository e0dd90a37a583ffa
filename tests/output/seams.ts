import type { Picture } from '../../plugins/rnn-figures/output/picture.ts'
import type { Cells } from '../../plugins/rnn-figures/scene/scene.ts'
import { type Colour, colourOf, type Pixels } from './pixels.ts'

/** How far a mixture may lie beyond the colours that it was mixed of. */
const tolerance = 3

/**
 * The pixels between touching cells that are no mixture of the cells beside them, such as the white of the paper. The
 * outermost cells count as far as their middle.
 */
export function seams({ width: pixelWidth, at }: Pixels, { sheet, palette }: Picture, cells: Cells) {
  const { x, y, stepX, stepY, columns, ramp, levels } = cells
  const rows = levels.length / columns
  const perPx = pixelWidth / sheet.width
  const colour = (column: number, row: number): Colour =>
    colourOf(palette.level(ramp, levels[row * columns + column] ?? 0))
  const colours = levels.map((_, index) => colour(index % columns, Math.floor(index / columns)))
  const edge = (value: number) => Math.round(value * perPx)
  const found: string[] = []
  // What lies within this many px of a cell may show it.
  const reach = 0.5 + 1.5 / perPx
  const near = (place: number, step: number, count: number) => {
    const [from, to] = [Math.floor((place - reach) / step), Math.floor((place + reach) / step)]
    return from === to ? [from] : [from, to].filter((index) => index >= 0 && index < count)
  }
  for (let down = edge(y + stepY / 2); down < edge(y + (rows - 0.5) * stepY); down++) {
    const beside = near((down + 0.5) / perPx - y, stepY, rows)
    for (let across = edge(x - sheet.x + stepX / 2); across < edge(x - sheet.x + (columns - 0.5) * stepX); across++) {
      const shown = at(across, down)
      const own =
        colours[cell((down + 0.5) / perPx - y, stepY) * columns + cell((across + 0.5) / perPx + sheet.x - x, stepX)]
      if (own && same(shown, own)) continue
      const above = near((across + 0.5) / perPx + sheet.x - x, stepX, columns)
      const allowed = beside.flatMap((row) => above.map((column) => colour(column, row)))
      const isMixed = shown.every((value, channel) => {
        const values = allowed.map((each) => each[channel] ?? 0)
        return value >= Math.min(...values) - tolerance && value <= Math.max(...values) + tolerance
      })
      if (!isMixed) found.push(`${shown.join(' ')} at ${across}, ${down}`)
    }
  }
  return found
}

const cell = (place: number, step: number): number => Math.floor(place / step)

function same(one: Colour, other: Colour): boolean {
  return one[0] === other[0] && one[1] === other[1] && one[2] === other[2]
}
