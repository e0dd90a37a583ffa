import type { Vector } from '../network/cell.ts'
import { cellOf, cells } from '../network/cells.ts'
import { beside, type Matrix } from '../network/matrix.ts'
import { networkError } from '../network/network-error.ts'
import type { Reading } from '../network/reading.ts'
import { type Direction, directions, type Shape } from '../network/shape.ts'

/** What an author may choose to see of a reading; `layer` is counted from 1. */
export interface SelectionOptions {
  readonly vector?: string | undefined
  readonly layer?: number | undefined
  readonly direction?: Direction | undefined
}

/** One vector of one layer: what a figure draws, describes and lists. */
export interface Choice {
  /** `h`, `c`, `f`, … */
  readonly name: string
  readonly vector: Vector
  /** Counted from 0. */
  readonly layer: number
  /** In the order in which their units stand beside each other. */
  readonly directions: readonly Direction[]
}

/** The chosen vector with its values. */
export interface Selection extends Choice {
  /** T × units; where both directions are drawn, the forward units first. */
  readonly states: Matrix
}

/** The hidden state of the last layer in all its directions, unless something else is asked for. */
export function choice(network: Shape, { vector = 'h', layer, direction }: SelectionOptions): Choice {
  const { vectors, network: called } = cellOf(network)
  if (!Object.hasOwn(vectors, vector)) {
    const known = Object.entries(vectors).map(([name, { name: meaning }]) => `${name} (${meaning})`)
    const others = Object.entries(cells).filter(([, cell]) => Object.hasOwn(cell({}).vectors, vector))
    const hint =
      others.length === 0 ? {} : { hint: `It belongs to cell ${others.map(([name]) => `"${name}"`).join(', ')}.` }
    const message = `\`vector\` must be one that ${called} of cell "${network.cell}" computes, not "${vector}": ${known.join(', ')}.`
    throw networkError(message, { option: 'vector', ...hint })
  }
  if (layer !== undefined && layer > network.layers) {
    const allowed = network.layers === 1 ? 'the network has one layer' : `the network has layers 1 to ${network.layers}`
    throw networkError(`\`layer\` is ${layer}, but ${allowed}.`, { option: 'layer' })
  }
  const all = directions(network)
  if (direction !== undefined && !all.includes(direction)) {
    const hint = 'Write `bidirectional`, or leave `direction` out.'
    throw networkError(`\`direction\` is ${direction}, but the network only reads forward.`, {
      option: 'direction',
      hint,
    })
  }
  return {
    name: vector,
    vector: vectors[vector as 'h'],
    layer: (layer ?? network.layers) - 1,
    directions: direction ? [direction] : all,
  }
}

/** The chosen values of a reading. */
export function selection({ trace }: Reading, chosen: Choice): Selection {
  const layer = trace.layers[chosen.layer]
  return {
    ...chosen,
    states: beside(chosen.directions.flatMap((direction) => layer?.[direction]?.[chosen.name] ?? [])),
  }
}

/** Which way a direction runs on paper. */
export const directionArrows: Readonly<Record<Direction, string>> = { forward: '→', backward: '←' }

/** What a column of the states is called: `unit 3`, or with both directions `unit →3`, `unit ←3`. */
export function unitName({ states, directions }: Selection, column: number): string {
  if (directions.length === 1) return `unit ${column + 1}`
  const half = states.columns / 2
  return column < half
    ? `unit ${directionArrows.forward}${column + 1}`
    : `unit ${directionArrows.backward}${column - half + 1}`
}
