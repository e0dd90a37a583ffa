import type { Mark } from '../scene/scene.ts'
import { indexed, text } from '../scene/text.ts'
import { arrow, arrowhead } from './arrow.ts'
import { symbolMark } from './axis.ts'
import { boxWidth, bracketHeight, type Chain, type Lane, type Level, placeOf } from './chain.ts'

/** What a chain's cells need to know of the network and of what it reads. */
export interface Drawn {
  readonly chain: Chain
  readonly labels: readonly string[]
  /** Where a cell is a single squashing of a sum: that function. */
  readonly curve: ((sum: number) => number) | undefined
  /** What a cell hands to the next: `h`, or `h` and `c`. */
  readonly states: readonly string[]
  /** True where the names of the weights stand at the arrows: in a single layer that reads forward. */
  readonly named: boolean
}

/** One step in its place: the symbol comes in from below, the state goes out above and on to the next. */
export function chainCell(drawn: Drawn, step: number, place: number): readonly Mark[] {
  const { chain, labels, named } = drawn
  const { x, y } = placeOf(chain, place)
  const { axis } = chain.levels
  const weight = text(x + 5, y + axis - 10, indexed('W', 'ih'), {
    size: 13,
    anchor: 'start',
    paint: step === 0 ? 'ink' : 'faint',
  })
  return [
    text(x, y + 17 - (chain.levels.layers[0]?.lanes.length === 1 ? 0 : 4), indexed('h', String(step + 1)), {
      size: 15,
    }),
    ...chain.levels.layers.flatMap((level) => layerCells(drawn, level, x, y)),
    ...(named ? [weight] : []),
    input(labels[step] ?? '', step, x, y + axis + 15),
    text(x, y + axis + 33, String(step + 1), { paint: 'faint' }),
  ]
}

/** The symbol that is read, or x with an index where a step reads several numbers. */
function input(label: string, step: number, x: number, y: number): Mark {
  return label === '' ? text(x, y, indexed('x', String(step + 1)), { size: 15 }) : symbolMark(label, x, y)
}

/** The boxes of one layer, what they read, and where their states go. */
function layerCells({ curve }: Drawn, level: Level, x: number, y: number): readonly Mark[] {
  return [
    ...level.lanes.flatMap((lane) => {
      const [middle, top] = [x + lane.aside, y + lane.boxTop]
      const height = lane.boxBottom - lane.boxTop
      const box = `M${middle - boxWidth / 2} ${top}h${boxWidth}v${height}h${-boxWidth}z`
      return [
        { kind: 'path', d: box, paint: 'ink' } as const,
        ...curved(curve, middle, y + lane.flow),
        ...arrow(middle, top, middle, y + level.strip + level.stripHeight + 2),
        ...inputs(level, lane, x, y),
      ]
    }),
    ...concatenation(level, x, y),
  ]
}

/** From below to a box; with two directions the line parts on its way. */
function inputs({ source }: Level, { aside, boxBottom }: Lane, x: number, y: number): readonly Mark[] {
  if (aside === 0) return arrow(x, y + source, x, y + boxBottom + 1)
  const parting = y + source - 12
  return [
    { kind: 'path', d: `M${x} ${y + source}V${parting}H${x + aside}V${y + boxBottom + 1}`, paint: 'faint' },
    arrowhead(x + aside, y + boxBottom + 1, 0, -1),
  ]
}

/** A bracket over the two directions' states: side by side they are one vector, which the next layer reads. */
function concatenation({ strip, lanes }: Level, x: number, y: number): readonly Mark[] {
  if (lanes.length === 1) return []
  return [{ kind: 'path', d: `M${x - 20} ${y + strip}v${-bracketHeight}H${x + 20}v${bracketHeight}`, paint: 'faint' }]
}

/** Where steps are left out: an ellipsis in each lane, and their number. */
export function omission({ levels, ...chain }: Chain, omitted: number, place: number): readonly Mark[] {
  const { x, y } = placeOf({ levels, ...chain }, place)
  const lanes = levels.layers.flatMap((level) => level.lanes)
  const lowest = y + Math.max(...lanes.map(({ flow }) => flow))
  return [
    ...lanes.map(({ flow }) => text(x, y + flow + 4, '…', { size: 18, paint: 'faint' })),
    text(x, lowest + 24, String(omitted), { paint: 'faint' }),
    text(x, lowest + 39, omitted === 1 ? 'step' : 'steps', { paint: 'faint' }),
  ]
}

/** The arrows along which a place gets the states of the one before in reading order, or of a row's neighbour. */
export function flows(drawn: Drawn, before: number, place: number): readonly Mark[] {
  return drawn.chain.levels.layers.flatMap(({ lanes }) =>
    lanes.flatMap((lane) =>
      lane.direction === 'forward' ? forwardFlow(drawn, lane, before, place) : backwardFlow(drawn, lane, place),
    ),
  )
}

/** At the start of a row an arrow that says whose state comes in, and at the end of one that goes on an arrow out. */
function forwardFlow(drawn: Drawn, lane: Lane, before: number, place: number): readonly Mark[] {
  const { chain, named, states } = drawn
  const { x, y } = placeOf(chain, place)
  const middle = y + lane.flow
  const [from, to] = edges(chain, lane, place, x)
  const goesOn = (place + 1) % chain.perRow === 0 && place + 1 < chain.slots.length
  const out = goesOn ? lines(drawn, to, x + chain.pitch / 2 + 4, middle) : []
  const first = place % chain.perRow === 0
  const start = first ? chain.left - (named ? 4 : 8) : edges(chain, lane, place - 1, x - chain.pitch)[1]
  const names = named
    ? flowNames(states, first ? chain.left + 2 : (start + from) / 2, middle, before, place, first)
    : []
  return [...lines(drawn, start, from - 1, middle), ...names, ...out]
}

/** The weights over the arrow or, where two states are handed on, between their arrows, and the cell state above. */
function flowNames(
  states: readonly string[],
  x: number,
  y: number,
  before: number,
  place: number,
  first: boolean,
): readonly Mark[] {
  const single = states.length === 1
  const weights = text(x, single ? y - 8 : y + 3, indexed('W', 'hh'), {
    size: 13,
    paint: place === 1 ? 'ink' : 'faint',
  })
  const state = text(x, single ? y - 8 : y + 3, indexed('h', String(before)), { size: single ? 15 : 13 })
  const upper = states
    .slice(1)
    .map((name) =>
      text(x, y - apart - 6, indexed(name, String(before)), { size: 13, paint: place <= 1 ? 'ink' : 'faint' }),
    )
  return [first ? state : weights, ...upper]
}

/** From right to left: the state comes from the place after. */
function backwardFlow(drawn: Drawn, lane: Lane, place: number): readonly Mark[] {
  const { chain } = drawn
  const { x, y } = placeOf(chain, place)
  const middle = y + lane.flow
  const [from, to] = edges(chain, lane, place, x)
  const rowEnds = (place + 1) % chain.perRow === 0 || place + 1 === chain.slots.length
  const source = rowEnds ? x + chain.pitch / 2 + 6 : edges(chain, lane, place + 1, x + chain.pitch)[0]
  const out = place % chain.perRow === 0 && place > 0 ? lines(drawn, from, chain.left - 6, middle) : []
  return [...lines(drawn, source, to + 1, middle), ...out]
}

/** Px between the middle of a lane and each of two arrows, where there is room for a name between them. */
const apart = 10

/** One arrow for each state: `h` below, `c` above it. */
function lines({ states, named }: Drawn, from: number, to: number, y: number): readonly Mark[] {
  const offset = states.length === 1 ? 0 : named ? apart : 6
  return states.flatMap((_, index) => {
    const height = index === 0 ? y + offset : y - offset
    return arrow(from, height, to, height)
  })
}

/** The left and the right edge of what stands in a place of a lane. */
function edges({ slots }: Chain, { aside }: Lane, place: number, x: number): readonly [number, number] {
  const slot = slots[place]
  return slot && 'omitted' in slot ? [x - 12, x + 12] : [x + aside - boxWidth / 2, x + aside + boxWidth / 2]
}

/** The nonlinearity as a small curve in the box. */
function curved(nonlinearity: Drawn['curve'], x: number, y: number): readonly Mark[] {
  if (!nonlinearity) return []
  const points = Array.from({ length: 13 }, (_, index) => {
    const sum = (index - 6) / 2
    return `${(x + sum * 2.4).toFixed(1)} ${(y - nonlinearity(sum) * (nonlinearity(3) > 2 ? 2.6 : 6.5)).toFixed(1)}`
  })
  return [{ kind: 'path', d: `M${points.join('L')}`, paint: 'faint', width: 1 }]
}
