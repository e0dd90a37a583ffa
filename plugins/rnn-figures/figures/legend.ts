import { ramps } from '../scene/ramp.ts'
import type { Cells, Mark } from '../scene/scene.ts'
import { indexed, text } from '../scene/text.ts'
import type { Scale } from './scale.ts'

/** Height in px of a legend. */
export const legendHeight = 26

/** Px that a legend needs, its name included. */
export const legendWidth = 176

const barWidth = 124

/** How a legend shows the ramp: as a bar, in the tints of a picture, or as squares of `side` px, the figure's own. */
export type LegendStyle = 'bar' | 'picture' | { readonly side: number }

/** A thin bar of the ramp that ends near x = `right`, with its values under it and the vector's name before it. */
export function legend(
  vector: string,
  scale: Scale,
  right: number,
  y: number,
  style: LegendStyle = 'bar',
): readonly Mark[] {
  const shown = shownLevels(scale, style)
  const squares = typeof style === 'object'
  const step = squares ? Math.max(24, style.side + 6) : Math.round(barWidth / shown.length)
  const width = shown.length * step
  // Room for half of the last number.
  const left = right - width - Math.max(8, 4 * printed(scale.highest).length)
  const number = (x: number, value: number): Mark => text(x, y + 24, printed(value))
  const size = { columns: shown.length, cellWidth: step, ramp: scale.ramp }
  const inset = squares ? step / 2 : 0
  const bar =
    style === 'picture'
      ? ({ kind: 'raster', ...size, x: left, y, cellHeight: 8, rows: 1, levels: Int8Array.from(shown) } as const)
      : cells({ ...size, x: left, y, cellHeight: 8, levels: shown }, squares ? style.side : 8)
  return [
    bar,
    ...(scale.lowest < 0 ? [number(left + width / 2, 0)] : []),
    number(left + inset, scale.lowest),
    number(left + width - inset, scale.highest),
    text(left - 10, y + 8, nameOf(vector, scale), { size: 15, anchor: 'end' }),
  ]
}

/** Cells `height` px high, in the middle of where a bar of 8 px would be. */
function cells(bar: Omit<Cells, 'kind' | 'stepX' | 'stepY'>, height: number): Cells {
  return {
    kind: 'cells',
    ...bar,
    y: bar.y + (8 - height) / 2,
    cellHeight: height,
    stepX: bar.cellWidth,
    stepY: height + 1,
  }
}

/** As many levels as the eye tells apart in a bar, and a few as squares. */
function shownLevels({ ramp, lowest }: Scale, style: LegendStyle): readonly number[] {
  const drawn = ramps[ramp].levels.filter((level) => lowest < 0 || level >= 0)
  const apart = typeof style === 'object' ? 10 : drawn.length > 30 ? 2 : 1
  return drawn.filter((level) => level % apart === 0)
}

function nameOf(vector: string, { fitted }: Scale) {
  return fitted ? [...indexed(vector, 't'), { text: ' (scale fitted)' }] : indexed(vector, 't')
}

/** A number with a real minus sign. */
export function printed(value: number): string {
  return String(value).replace('-', '−')
}
