import { levels } from '../scene/ramp.ts'
import type { Mark } from '../scene/scene.ts'
import { indexed, text } from '../scene/text.ts'
import type { Scale } from './scale.ts'

/** Height in px of a legend. */
export const legendHeight = 26

/** Px that a legend needs, its name included. */
export const legendWidth = 176

const step = 3

/** A thin bar of the ramp that ends at x = `right`, with its values under it and the vector's name before it. */
export function legend(scale: Scale, right: number, y: number): readonly Mark[] {
  const shown = scale.signed ? levels : levels.filter((level) => level >= 0)
  const unit = scale.signed ? step : 2 * step
  const width = shown.length * unit
  const left = right - width - 8
  const number = (x: number, value: number): Mark => text(x, y + 24, printed(value))
  const ends = [number(left, scale.signed ? -scale.limit : 0), number(left + width, scale.limit)]
  return [
    {
      kind: 'cells',
      x: left,
      y,
      stepX: unit,
      stepY: 9,
      cellWidth: unit,
      cellHeight: 8,
      columns: shown.length,
      ramp: 'signed',
      levels: shown,
    },
    ...(scale.signed ? [number(left + width / 2, 0)] : []),
    ...ends,
    text(left - 10, y + 8, nameOf(scale), { size: 15, anchor: 'end' }),
  ]
}

function nameOf({ fitted }: Scale) {
  return fitted ? [...indexed('h', 't'), { text: ' (scale fitted)' }] : indexed('h', 't')
}

/** A number with a real minus sign. */
export function printed(value: number): string {
  return String(value).replace('-', '−')
}
