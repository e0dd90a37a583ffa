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

/** The nonlinearity as a small curve in the box. */
function curved(nonlinearity: Drawn['curve'], x: number, y: number): readonly Mark[] {
  if (!nonlinearity) return []
  const points = Array.from({ length: 13 }, (_, index) => {
    const sum = (index - 6) / 2
    return `${(x + sum * 2.4).toFixed(1)} ${(y - nonlinearity(sum) * (nonlinearity(3) > 2 ? 2.6 : 6.5)).toFixed(1)}`
  })
  return [{ kind: 'path', d: `M${points.join('L')}`, paint: 'faint', width: 1 }]
}
