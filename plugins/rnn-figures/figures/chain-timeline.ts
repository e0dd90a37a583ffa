import { directions, type Shape } from '../network/shape.ts'
import type { Stretch, Timeline } from '../scene/scene.ts'
import { labelHeight } from './axis.ts'
import { boxWidth, type Chain, type Lane, type Level, placeOf } from './chain.ts'
import { readBy } from './read-by.ts'
import { type Neighbours, neighbours, stripWidth } from './strips.ts'

/** The strips fill step by step, and the cell that computes lights up with the symbol that it reads. */
export function chainTimeline(network: Shape, chain: Chain, steps: number): Timeline {
  return { stretches: neighbours(chain).flatMap((side) => chainStretches(network, chain, side, steps)) }
}

function chainStretches(network: Shape, chain: Chain, side: Neighbours, steps: number): readonly Stretch[] {
  const { x, y } = placeOf(chain, side.first)
  const { layers, axis } = chain.levels
  const columns = (left: number, width: number) => {
    const [first = 0] = side.steps
    return { first, count: side.steps.length, x: left, pitch: chain.pitch, width }
  }
  const symbols = directions(network).map((direction): Stretch => {
    const all = columns(x - chain.pitch / 2 + 4, chain.pitch - 8)
    return { ...readBy(direction, all, steps), y: y + axis, height: labelHeight }
  })
  const lanes = layers.flatMap((level) =>
    level.lanes.flatMap((lane): readonly Stretch[] => {
      const [strip, box] = [
        columns(x + lane.aside - stripWidth / 2, stripWidth),
        columns(x + lane.aside - boxWidth / 2, boxWidth),
      ]
      return [
        {
          ...readBy(lane.direction, strip, steps),
          y: y + level.strip,
          height: level.stripHeight,
          rows: rowsOf(network, level, lane),
        },
        { ...readBy(lane.direction, box, steps), y: y + lane.boxTop, height: lane.boxBottom - lane.boxTop },
      ]
    }),
  )
  return [...lanes, ...symbols]
}

/** The data has the last layer's states. */
function rowsOf(network: Shape, { layer }: Level, { direction }: Lane) {
  const shown = layer === network.layers - 1
  return {
    from: shown && direction === 'backward' ? network.hidden : 0,
    count: shown ? network.hidden : 0,
  }
}
