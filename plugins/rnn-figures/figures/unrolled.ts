import { cellOf } from '../network/cells.ts'
import type { Matrix } from '../network/matrix.ts'
import type { Reading } from '../network/reading.ts'
import type { Cells, Mark, Scene } from '../scene/scene.ts'
import { indexed, text } from '../scene/text.ts'
import { box, type Chain, chainFor, placeOf } from './chain.ts'
import { chainCell, inflow, omission, outflow } from './chain-cell.ts'
import { type Figure, hiddenState } from './figure.ts'
import { roomyLeft } from './grid.ts'
import { legend, legendHeight, legendWidth } from './legend.ts'
import { rolledCell } from './rolled-cell.ts'
import { levelOf, type Scale, scale } from './scale.ts'

const stripWidth = 16
/** Px that the sentence over a short chain needs. */
const sentenceWidth = 256

/** The network with its loop, and the same cell once for each time step with the state it hands on. */
export const unrolled: Figure<unknown> = { phrase: 'A recurrent network, unrolled,', draw }

function draw(reading: Reading, _options: unknown, width: number): Scene {
  const chain = chainFor(reading, width)
  const states = hiddenState(reading)
  const values = scale(cellOf(reading.network).vectors.h, states.data)
  const edge = Math.max(chain.right, roomyLeft + (chain.left < roomyLeft ? legendWidth : sentenceWidth))
  const marks = [
    ...stretches(chain).map((stretch) => strips(chain, stretch, states, values)),
    ...rolledCell(reading.network, chain.levels, chain.rolledTop),
    ...sharedWeights(chain),
    ...chain.slots.flatMap((slot, place) => [
      ...inflow(chain, firstStep(chain, place), place),
      ...('step' in slot ? chainCell(reading, chain, slot.step, place) : omission(chain, slot.omitted, place)),
      ...((place + 1) % chain.perRow === 0 && place + 1 < chain.slots.length ? outflow(chain, place) : []),
    ]),
  ]
  return {
    width: edge,
    height: chain.bottom + legendHeight,
    marks: [...marks.toSorted(byStyle), ...legend(values, edge, chain.bottom)],
  }
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

/** Says that every cell is the same one: a bracket over the first row, or a sentence beside the rolled cell. */
function sharedWeights(chain: Chain): readonly Mark[] {
  const { left, right, pitch, levels, slots, perRow } = chain
  if (left < roomyLeft) {
    const y = chain.rolledTop + levels.flow
    return [
      text(104, y + 5, '=', { size: 18, paint: 'faint' }),
      text(122, y - 4, sameWeights, { size: 13, anchor: 'start' }),
      text(122, y + 14, 'at every step:', { size: 13, anchor: 'start' }),
    ]
  }
  const [from, to] = [left + (pitch - box.width) / 2, right - (pitch - box.width) / 2]
  const middle = Math.min(slots.length, perRow) > 4 ? (from + to) / 2 : from
  const anchor = middle === from ? 'start' : 'middle'
  return [
    text(90, chain.top + levels.flow + 6, '=', { size: 18, paint: 'faint' }),
    text(middle, 13, [...sameWeights, { text: ' at every step' }], { size: 13, anchor }),
    { kind: 'path', d: `M${from} 27v-6H${to}v6`, paint: 'faint' },
  ]
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

/** The states of a stretch, each a strip above its cell. */
function strips(chain: Chain, { first, steps }: Stretch, states: Matrix, values: Scale): Cells {
  const { x, y } = placeOf(chain, first)
  const cellHeight = chain.levels.stripHeight / states.columns
  const levels = Array.from({ length: states.columns }, (_, unit) =>
    steps.map((step) => levelOf(values, states.data[step * states.columns + unit] ?? 0)),
  ).flat()
  return {
    kind: 'cells',
    x: x - stripWidth / 2,
    y: y + chain.levels.strip,
    stepX: chain.pitch,
    stepY: cellHeight,
    cellWidth: stripWidth,
    cellHeight,
    columns: steps.length,
    ramp: 'signed',
    levels,
  }
}
