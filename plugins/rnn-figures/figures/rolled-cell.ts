import { cellOf } from '../network/cells.ts'
import type { Network } from '../network/network.ts'
import type { Mark } from '../scene/scene.ts'
import { indexed, text } from '../scene/text.ts'
import { arrow, arrowhead } from './arrow.ts'
import type { Levels } from './chain.ts'

const middle = 30
const half = { width: 22, height: 16 } as const

/** The network as it is: one cell with a loop, its row starting at height y; about 100 px wide. */
export function rolledCell(network: Network, { strip, stripHeight, flow, axis }: Levels, y: number): readonly Mark[] {
  const at = y + flow
  const [left, right] = [middle - half.width, middle + half.width]
  const outline = `M${left} ${at - half.height}H${right}V${at + half.height}H${left}z`
  const loop = `M${right} ${at + 8}C${right + 30} ${at + 14} ${right + 30} ${at - 14} ${right + 3} ${at - 8}`
  return [
    { kind: 'path', d: outline, paint: 'ink' },
    text(middle, at + 4, cellOf(network).label),
    ...arrow(middle, at - half.height, middle, y + strip + stripHeight + 2),
    text(middle, y + strip + stripHeight - 6, indexed('h', 't'), { size: 16 }),
    { kind: 'path', d: loop, paint: 'faint' },
    arrowhead(right + 1, at - 8, -1, 0),
    text(right + 4, at - 19, indexed('W', 'hh'), { size: 14, anchor: 'start' }),
    ...arrow(middle, y + axis, middle, at + half.height + 1),
    text(middle + 6, (at + half.height + y + axis) / 2 + 6, indexed('W', 'ih'), { size: 14, anchor: 'start' }),
    text(middle, y + axis + 15, indexed('x', 't'), { size: 16 }),
  ]
}
