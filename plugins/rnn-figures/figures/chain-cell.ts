import { cellOf } from '../network/cells.ts'
import type { Reading } from '../network/reading.ts'
import type { Mark } from '../scene/scene.ts'
import { indexed, text } from '../scene/text.ts'
import { arrow } from './arrow.ts'
import { symbolMark } from './axis.ts'
import { box, type Chain, placeOf } from './chain.ts'

/** One step in its place: the symbol comes in from below, the state goes out above and on to the right. */
export function chainCell({ symbols, network }: Reading, chain: Chain, step: number, place: number): readonly Mark[] {
  const { x, y } = placeOf(chain, place)
  const { strip, stripHeight, boxTop, flow, boxBottom, axis } = chain.levels
  const named = step === 0 ? 'ink' : 'faint'
  return [
    { kind: 'path', d: `M${x - box.width / 2} ${y + boxTop}h${box.width}v${box.height}h${-box.width}z`, paint: 'ink' },
    ...curve(cellOf(network).curve, x, y + flow),
    text(x, y + 17, indexed('h', String(step + 1)), { size: 15 }),
    ...arrow(x, y + boxTop, x, y + strip + stripHeight + 2),
    ...arrow(x, y + axis, x, y + boxBottom + 1),
    text(x + 5, y + (boxBottom + axis) / 2 + 6, indexed('W', 'ih'), { size: 13, anchor: 'start', paint: named }),
    symbolMark(symbols[step] ?? '', x, y + axis + 15),
    text(x, y + axis + 33, String(step + 1), { paint: 'faint' }),
  ]
}

/** Where steps are left out: an ellipsis and their number. */
export function omission(chain: Chain, omitted: number, place: number): readonly Mark[] {
  const { x, y } = placeOf(chain, place)
  const middle = y + chain.levels.flow
  return [
    text(x, middle + 4, '…', { size: 18, paint: 'faint' }),
    text(x, middle + 24, String(omitted), { paint: 'faint' }),
    text(x, middle + 39, omitted === 1 ? 'step' : 'steps', { paint: 'faint' }),
  ]
}

/** The arrow along which a place gets the state of the one before; at the start of a row it says whose state. */
export function inflow(chain: Chain, before: number, place: number): readonly Mark[] {
  const { x, y } = placeOf(chain, place)
  const middle = y + chain.levels.flow
  const edge = halfWidth(chain, place)
  if (place % chain.perRow === 0) {
    const label = text(chain.left + 2, middle - 8, indexed('h', String(before)), { size: 15 })
    return [...arrow(chain.left - 4, middle, x - edge - 1, middle), label]
  }
  const from = x - chain.pitch + halfWidth(chain, place - 1)
  const name = text((from + x - edge) / 2, middle - 8, indexed('W', 'hh'), {
    size: 13,
    paint: place === 1 ? 'ink' : 'faint',
  })
  return [...arrow(from, middle, x - edge - 1, middle), name]
}

/** At the end of a row that is not the last: the state goes on. */
export function outflow(chain: Chain, place: number): readonly Mark[] {
  const { x, y } = placeOf(chain, place)
  const middle = y + chain.levels.flow
  return arrow(x + halfWidth(chain, place), middle, x + chain.pitch / 2 + 4, middle)
}

function halfWidth({ slots }: Chain, place: number): number {
  const slot = slots[place]
  return slot && 'omitted' in slot ? 12 : box.width / 2
}

/** The nonlinearity as a small curve in the box. */
function curve(nonlinearity: ((sum: number) => number) | undefined, x: number, y: number): readonly Mark[] {
  if (!nonlinearity) return []
  const points = Array.from({ length: 13 }, (_, index) => {
    const sum = (index - 6) / 2
    return `${(x + sum * 2.4).toFixed(1)} ${(y - nonlinearity(sum) * (nonlinearity(3) > 2 ? 2.6 : 6.5)).toFixed(1)}`
  })
  return [{ kind: 'path', d: `M${points.join('L')}`, paint: 'faint', width: 1 }]
}
