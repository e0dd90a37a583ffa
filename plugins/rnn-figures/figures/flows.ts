import type { Mark } from '../scene/scene.ts'
import { indexed, text } from '../scene/text.ts'
import { arrow } from './arrow.ts'
import { boxWidth, type Chain, type Lane, placeOf } from './chain.ts'
import type { Drawn } from './chain-cell.ts'

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
