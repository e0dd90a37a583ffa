import { cellOf } from '../network/cells.ts'
import type { Reading } from '../network/reading.ts'
import { directionsOf } from '../network/run.ts'
import type { Mark, Scene } from '../scene/scene.ts'
import { type Chain, chainFor, isSingle } from './chain.ts'
import { chainCell, type Drawn, omission } from './chain-cell.ts'
import { chainPasses, chainTimeline } from './chain-timeline.ts'
import type { Figure } from './figure.ts'
import { flows } from './flows.ts'
import { roomyLeft } from './grid.ts'
import { capitalised } from './layer-name.ts'
import { legend, legendHeight, legendWidth } from './legend.ts'
import { rolledCell } from './rolled-cell.ts'
import { scale } from './scale.ts'
import type { Selection } from './selection.ts'
import { sharedWeights } from './shared-weights.ts'
import { stepLabels } from './step-labels.ts'
import { strips, stripWidth } from './strips.ts'

/** What an author may choose about an unrolled network. */
export interface UnrolledOptions {
  readonly grey?: boolean | undefined
}

/** Px that the sentence over a short chain needs. */
const sentenceWidth = 272

/** The network with its loop, and the same cell once for each time step with the state it hands on. */
export const unrolled: Figure<UnrolledOptions> = {
  phrase: ({ network }) => `${capitalised(cellOf(network).network)}, unrolled,`,
  passes: chainPasses,
  draw,
}

function draw(reading: Reading, _selection: Selection, { grey }: UnrolledOptions, width: number): Scene {
  const { network } = reading
  const { vectors, curve, states } = cellOf(network)
  const chain = chainFor(reading, network, width, grey)
  const named = isSingle(network)
  const drawn: Drawn = { chain, labels: stepLabels(reading), curve, states, named }
  const values = scale(vectors.h, everyState(reading))
  const edge = Math.max(chain.right, roomyLeft + (chain.left < roomyLeft ? legendWidth : sentenceWidth))
  const marks = [
    ...strips(reading, chain, values),
    ...rolledCell(network, chain.levels, chain.rolledTop),
    ...sharedWeights(chain, named),
    ...chain.slots.flatMap((slot, place) => [
      ...flows(drawn, firstStep(chain, place), place),
      ...('step' in slot ? chainCell(drawn, slot.step, place) : omission(chain, slot.omitted, place)),
    ]),
  ]
  return {
    width: edge,
    height: chain.bottom + legendHeight,
    marks: [
      ...marks.toSorted(byStyle),
      ...legend('h', values, edge, chain.bottom, grey ? { side: squareSide(chain, network.hidden) } : 'bar'),
    ],
    timeline: chainTimeline(network, chain, drawn.labels.length),
  }
}

/** The hidden states of all layers, which share one scale. */
function everyState({ trace }: Reading): Float64Array {
  const all = trace.layers.flatMap(directionsOf).map(({ h }) => h.data)
  const [first, ...others] = all
  return first && others.length === 0 ? first : Float64Array.from(all.flatMap((data) => Array.from(data)))
}

/** Lines before labels, like with like: nothing here overlaps, and equal paths can then be written as one. */
function byStyle(a: Mark, b: Mark): number {
  const rank = (mark: Mark): number =>
    mark.kind === 'path'
      ? 1 + ['ink', 'faint'].indexOf(mark.paint) + (mark.fill ? 2 : 0) + (mark.width ?? 0)
      : mark.kind === 'text'
        ? 9
        : 0
  return rank(a) - rank(b)
}

/** Px of the largest square in a strip. */
function squareSide({ levels }: Chain, units: number): number {
  return Math.min(stripWidth, (levels.layers[0]?.stripHeight ?? 0) / units)
}

/** How many steps come before a place. */
function firstStep({ slots }: Chain, place: number): number {
  return slots.slice(0, place).reduce((sum, slot) => sum + ('omitted' in slot ? slot.omitted : 1), 0)
}
