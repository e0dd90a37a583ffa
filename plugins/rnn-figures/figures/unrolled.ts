import { cellOf } from '../network/cells.ts'
import type { Matrix } from '../network/matrix.ts'
import type { Reading } from '../network/reading.ts'
import type { Cells, Mark, Scene } from '../scene/scene.ts'
import { indexed, text } from '../scene/text.ts'
import { boxWidth, type Chain, chainFor, type Lane, type Level, placeOf } from './chain.ts'
import { chainCell, type Drawn, flows, omission } from './chain-cell.ts'
import type { Figure } from './figure.ts'
import { roomyLeft } from './grid.ts'
import { capitalised } from './layer-name.ts'
import { legend, legendHeight, legendWidth } from './legend.ts'
import { rolledCell } from './rolled-cell.ts'
import { levelOf, type Scale, scale } from './scale.ts'
import type { Selection } from './selection.ts'
import { stepLabels } from './step-labels.ts'

const stripWidth = 16
/** Px that the sentence over a short chain needs. */
const sentenceWidth = 272

/** The network with its loop, and the same cell once for each time step with the state it hands on. */
export const unrolled: Figure<unknown> = {
  phrase: ({ network }) => `${capitalised(cellOf(network).network)}, unrolled,`,
  draw,
}

function draw(reading: Reading, _selection: Selection, _options: unknown, width: number): Scene {
  const { network } = reading
  const { vectors, curve, states } = cellOf(network)
  const chain = chainFor(reading, network, width)
  const named = network.layers === 1 && !network.bidirectional
  const drawn: Drawn = { chain, labels: stepLabels(reading), curve, states, named }
  const values = scale(vectors.h, everyState(reading))
  const edge = Math.max(chain.right, roomyLeft + (chain.left < roomyLeft ? legendWidth : sentenceWidth))
  const marks = [
    ...stretches(chain).flatMap((stretch) => strips(reading, chain, stretch, values)),
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
    marks: [...marks.toSorted(byStyle), ...legend('h', values, edge, chain.bottom)],
  }
}

/** The hidden states of all layers, which share one scale. */
function everyState({ trace }: Reading): Float64Array {
  const all = trace.layers.flatMap(({ forward, backward }) => [forward, ...(backward ? [backward] : [])])
  const [first, ...others] = all.map(({ h }) => h.data)
  if (first && others.length === 0) return first
  return Float64Array.from(all.flatMap(({ h }) => Array.from(h.data)))
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

/** How many steps come before a place. */
function firstStep({ slots }: Chain, place: number): number {
  return slots.slice(0, place).reduce((sum, slot) => sum + ('omitted' in slot ? slot.omitted : 1), 0)
}

const sameWeights = [
  { text: 'the same ' },
  ...indexed('W', 'ih'),
  { text: ', ' },
  ...indexed('W', 'hh'),
  { text: ' and ' },
  { text: 'b', face: 'italic' as const },
]

const sameInEach = [{ text: 'each cell: the same weights' }]

/** Says that every cell is the same one: a bracket over the first row, or a sentence beside the rolled cell. */
function sharedWeights(chain: Chain, named: boolean): readonly Mark[] {
  const { left, right, pitch, slots, perRow } = chain
  const same = named ? sameWeights : sameInEach
  const flow = middleOf(chain)
  if (left < roomyLeft) {
    const y = chain.rolledTop + flow
    return [
      text(112, y + 5, '=', { size: 18, paint: 'faint' }),
      text(126, y - 4, same, { size: 13, anchor: 'start' }),
      text(126, y + 14, 'at every step:', { size: 13, anchor: 'start' }),
    ]
  }
  const [from, to] = [left + (pitch - boxWidth) / 2, right - (pitch - boxWidth) / 2]
  const middle = Math.min(slots.length, perRow) > 4 ? (from + to) / 2 : from
  const anchor = middle === from ? 'start' : 'middle'
  return [
    ...(named ? [text(90, chain.top + flow + 6, '=', { size: 18, paint: 'faint' })] : []),
    text(middle, 13, [...same, { text: ' at every step' }], { size: 13, anchor }),
    { kind: 'path', d: `M${from} 27v-6H${to}v6`, paint: 'faint' },
  ]
}

/** The height of the arrows, in the middle of all layers. */
function middleOf({ levels }: Chain): number {
  const flows = levels.layers.flatMap(({ lanes }) => lanes.map(({ flow }) => flow))
  return (Math.min(...flows) + Math.max(...flows)) / 2
}

/** Neighbouring steps in one row: places [first, end). */
interface Stretch {
  readonly first: number
  readonly steps: readonly number[]
}

function stretches({ slots, perRow }: Chain): readonly Stretch[] {
  const found: { first: number; steps: number[] }[] = []
  slots.forEach((slot, place) => {
    if (!('step' in slot)) return
    const last = found.at(-1)
    if (last && place % perRow !== 0 && last.first + last.steps.length === place) last.steps.push(slot.step)
    else found.push({ first: place, steps: [slot.step] })
  })
  return found
}

/** The states of a stretch in every layer and direction, each a strip above its cell. */
function strips({ trace }: Reading, chain: Chain, stretch: Stretch, values: Scale): readonly Cells[] {
  return chain.levels.layers.flatMap((level) =>
    level.lanes.flatMap((lane) => {
      const states = trace.layers[level.layer]?.[lane.direction]?.h
      return states ? [laneStrips(chain, stretch, level, lane, states, values)] : []
    }),
  )
}

function laneStrips(
  chain: Chain,
  { first, steps }: Stretch,
  { strip, stripHeight }: Level,
  { aside }: Lane,
  states: Matrix,
  values: Scale,
): Cells {
  const { x, y } = placeOf(chain, first)
  const cellHeight = stripHeight / states.columns
  const levels = Array.from({ length: states.columns }, (_, unit) =>
    steps.map((step) => levelOf(values, states.data[step * states.columns + unit] ?? 0)),
  ).flat()
  return {
    kind: 'cells',
    x: x + aside - stripWidth / 2,
    y: y + strip,
    stepX: chain.pitch,
    stepY: cellHeight,
    cellWidth: stripWidth,
    cellHeight,
    columns: steps.length,
    ramp: values.ramp,
    levels,
  }
}
