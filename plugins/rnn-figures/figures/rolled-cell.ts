import { cellOf } from '../network/cells.ts'
import type { Network } from '../network/network.ts'
import type { Mark } from '../scene/scene.ts'
import { indexed, text } from '../scene/text.ts'
import { arrow, arrowhead } from './arrow.ts'
import { bracketHeight, isSingle, type Lane, type Level, type Levels } from './chain.ts'
import { directionArrows } from './selection.ts'

const middle = 30
const halfWidth = 22

/** The network as it is: each cell once, with a loop, at the heights of a row that starts at y; about 100 px wide. */
export function rolledCell(network: Network, { layers, axis }: Levels, y: number): readonly Mark[] {
  const named = isSingle(network)
  const [top] = layers
  const state = top ? y + top.strip + top.stripHeight : y
  return [
    text(middle, state - 6, indexed('h', 't'), { size: 16 }),
    ...layers.flatMap((level) => rolledLayer(network, level, y, named)),
    ...(named ? [text(middle + 6, y + axis - 10, indexed('W', 'ih'), { size: 14, anchor: 'start' })] : []),
    text(middle, y + axis + 15, indexed('x', 't'), { size: 16 }),
  ]
}

function rolledLayer(network: Network, level: Level, y: number, named: boolean): readonly Mark[] {
  const { lanes, source, strip, stripHeight, layer } = level
  const [upper, lower] = [lanes[0], lanes.at(-1)]
  if (!upper || !lower) return []
  const [out, last] = [y + upper.boxTop - growth(named), layer === network.layers - 1]
  const above = y + strip - (lanes.length === 1 ? 0 : bracketHeight)
  const title = text(middle + halfWidth + 8, y + upper.boxTop - 6, `layer ${layer + 1}`, {
    anchor: 'start',
    paint: 'faint',
  })
  return [
    ...lanes.flatMap((lane) => rolledLane(network, lane, y, named)),
    ...(last
      ? arrow(middle, out, middle, y + strip + stripHeight + 2)
      : [{ kind: 'path', d: `M${middle} ${out}V${above}`, paint: 'faint' } as const]),
    ...(lanes.length === 1 ? [] : ways(upper, lower, y, y + source)),
    ...arrow(middle, y + source, middle, y + lower.boxBottom + growth(named) + 1),
    ...(network.layers > 1 ? [title] : []),
  ]
}

/** Px by which the rolled box is higher than those of the chain, above and below. */
function growth(named: boolean): number {
  return named ? 3 : 1
}

/** Beside two boxes: the way of the input to the upper one, and that of the lower one's state to the output. */
function ways(upper: Lane, lower: Lane, y: number, source: number): readonly Mark[] {
  const left = middle - halfWidth
  const [parting, joining] = [source - 12, y + upper.boxTop - 9]
  const input = `M${middle} ${parting}H${left - 7}V${y + upper.flow + 4}H${left - 1}`
  const output = `M${left} ${y + lower.flow - 4}h-3V${joining}H${middle}`
  return [{ kind: 'path', d: input + output, paint: 'faint' }, arrowhead(left - 1, y + upper.flow + 4, 1, 0)]
}

function rolledLane(network: Network, lane: Lane, y: number, named: boolean): readonly Mark[] {
  const at = y + lane.flow
  const half = (lane.boxBottom - lane.boxTop) / 2 + growth(named)
  const [left, right] = [middle - halfWidth, middle + halfWidth]
  const reach = Math.round(0.6 * half)
  const loop = `M${right} ${at + reach - 2}C${right + 30} ${at + reach + 4} ${right + 30} ${at - reach - 4} ${right} ${at - reach + 2}`
  const forward = lane.direction === 'forward'
  return [
    { kind: 'path', d: `M${left} ${at - half}H${right}V${at + half}H${left}z`, paint: 'ink' },
    text(middle, at + 4, cellOf(network).label),
    { kind: 'path', d: loop, paint: 'faint' },
    arrowhead(right + 1, forward ? at - reach + 2 : at + reach - 2, -1, 0),
    ...(named ? [text(right + 4, at - 19, indexed('W', 'hh'), { size: 14, anchor: 'start' })] : []),
    ...(network.bidirectional
      ? [text(right + 26, at + 5, directionArrows[lane.direction], { size: 15, anchor: 'start' })]
      : []),
  ]
}
