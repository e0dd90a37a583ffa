import { directions, type Shape } from '../network/shape.ts'
import type { Stretch, Timeline } from '../scene/scene.ts'
import { labelHeight } from './axis.ts'
import { boxWidth, type Chain, type Lane, type Level, placeOf } from './chain.ts'
import { readBy } from './read-by.ts'
import { type Neighbours, neighbours, stripWidth } from './strips.ts'

/** A layer that reads both directions of the one below can only begin when that one has come to both ends. */
export function chainPasses({ layers, bidirectional }: Shape): number {
  return bidirectional ? layers : 1
}

/** The strips fill step by step, and the cell that computes lights up with the symbol that it reads. */
export function chainTimeline(network: Shape, chain: Chain, steps: number): Timeline {
  const places = [...neighbours(chain), ...omissions(chain)]
  return { stretches: places.flatMap((side) => chainStretches(network, chain, side, steps)) }
}

/** Steps that are left out: all of them in one place. */
interface Omission {
  readonly first: number
  readonly omitted: { readonly from: number; readonly count: number }
}

function omissions({ slots }: Chain): readonly Omission[] {
  return slots.flatMap((slot, place) =>
    'omitted' in slot ? [{ first: place, omitted: { from: place, count: slot.omitted } }] : [],
  )
}

function chainStretches(network: Shape, chain: Chain, side: Neighbours | Omission, steps: number): readonly Stretch[] {
  const { x, y } = placeOf(chain, side.first)
  const { layers, axis } = chain.levels
  const columns = (left: number, width: number) => ({ ...stepsOf(side, chain), x: left, width })
  const symbols = directions(network).flatMap((direction): readonly Stretch[] => {
    const read = readBy(direction, columns(x - chain.pitch / 2 + 4, chain.pitch - 8), steps)
    const below = { ...read, y: y + axis, height: labelHeight }
    return 'omitted' in side ? [] : [below]
  })
  const lanes = layers.flatMap((level) => {
    const later = chainPasses(network) === 1 ? 0 : level.layer * steps
    return level.lanes.flatMap((lane): readonly Stretch[] => {
      const inLane = (width: number) => {
        const read = readBy(lane.direction, columns(x + lane.aside - width / 2, width), steps)
        return { ...read, first: read.first + later }
      }
      const box = { ...inLane(boxWidth), y: y + lane.boxTop, height: lane.boxBottom - lane.boxTop }
      const strip = { y: y + level.strip, height: level.stripHeight, rows: rowsOf(network, level, lane) }
      return 'omitted' in side ? [box] : [{ ...inLane(stripWidth), ...strip }, box]
    })
  })
  return [...lanes, ...symbols]
}

function stepsOf(side: Neighbours | Omission, { pitch }: Chain) {
  if ('omitted' in side) return { first: side.omitted.from, count: side.omitted.count, pitch: 0 }
  return { first: side.steps[0] ?? 0, count: side.steps.length, pitch }
}

/** The data has the last layer's states. */
function rowsOf(network: Shape, { layer }: Level, { direction }: Lane) {
  const shown = layer === network.layers - 1
  return {
    from: shown && direction === 'backward' ? network.hidden : 0,
    count: shown ? network.hidden : 0,
  }
}
