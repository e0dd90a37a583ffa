import type { Matrix } from '../network/matrix.ts'
import { distance } from './distances.ts'

/** One entry of the states: unit and step are counted from 0. */
export interface Entry {
  readonly value: number
  readonly step: number
  readonly unit: number
}

/** Two steps (from 0) and the Euclidean distance of their states. */
export interface Pair {
  readonly first: number
  readonly second: number
  readonly distance: number
}

/** What can be said of the states of a run, T × H. */
export interface Summary {
  readonly count: number
  readonly negative: number
  readonly smallest: Entry
  readonly largest: Entry
  /** The neighbouring steps between which the state changes most. */
  readonly jump: Pair | undefined
  /** The two steps whose states are most alike, and the mean distance of all pairs. */
  readonly closest: (Pair & { readonly mean: number }) | undefined
}

// All pairs of more steps than this would take longer than the drawing.
const mostCompared = 400

/** Extremes, signs, the largest change and the most similar pair; ties go to the earlier step. */
export function summary(states: Matrix): Summary {
  const { data } = states
  const extreme = (better: (a: number, b: number) => boolean): Entry => {
    const index = data.reduce((best, value, at) => (better(value, data[best] ?? 0) ? at : best), 0)
    return { value: data[index] ?? 0, step: Math.floor(index / states.columns), unit: index % states.columns }
  }
  return {
    count: data.length,
    negative: data.reduce((count, value) => (value < 0 ? count + 1 : count), 0),
    smallest: extreme((a, b) => a < b),
    largest: extreme((a, b) => a > b),
    jump: jump(states),
    closest: closest(states),
  }
}

function jump(states: Matrix): Pair | undefined {
  const changes = Array.from({ length: states.rows - 1 }, (_, first) => pair(states, first, first + 1))
  return changes.reduce<Pair | undefined>(
    (most, change) => (most && most.distance >= change.distance ? most : change),
    undefined,
  )
}

function closest(states: Matrix): Summary['closest'] {
  if (states.rows < 3 || states.rows > mostCompared) return undefined
  let best: Pair | undefined
  let sum = 0
  for (let second = 1; second < states.rows; second++) {
    for (let first = 0; first < second; first++) {
      const candidate = pair(states, first, second)
      sum += candidate.distance
      if (!best || candidate.distance < best.distance) best = candidate
    }
  }
  return best && { ...best, mean: sum / ((states.rows * (states.rows - 1)) / 2) }
}

function pair(states: Matrix, first: number, second: number): Pair {
  return { first, second, distance: distance(states, first, second) }
}
