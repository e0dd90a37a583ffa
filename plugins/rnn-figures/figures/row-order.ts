import type { Matrix } from '../network/matrix.ts'

/**
 * The units (columns of T × H) in an order that puts units with similar courses next to each other.
 *
 * A short open path through all units, by Euclidean distance between their courses: each unit is inserted where it
 * lengthens the path least, then stretches are reversed while that shortens it (2-opt; Croes 1958). The end whose unit
 * has the larger mean comes first. Deterministic.
 */
export function similarityOrder(states: Matrix): readonly number[] {
  const distance = distances(states)
  const path = shortened(inserted(states.columns, distance), distance)
  const [first = 0, last = 0] = [path[0], path.at(-1)]
  return sum(states, first) >= sum(states, last) ? path : path.toReversed()
}

type Distance = (a: number, b: number) => number

function distances({ rows, columns, data }: Matrix): Distance {
  const table = new Float64Array(columns * columns)
  for (let a = 0; a < columns; a++) {
    for (let b = 0; b < a; b++) {
      let squares = 0
      for (let t = 0; t < rows; t++) squares += ((data[t * columns + a] ?? 0) - (data[t * columns + b] ?? 0)) ** 2
      table[a * columns + b] = table[b * columns + a] = Math.sqrt(squares)
    }
  }
  return (a, b) => table[a * columns + b] ?? 0
}

function inserted(count: number, distance: Distance): number[] {
  const path: number[] = []
  for (let unit = 0; unit < count; unit++) path.splice(cheapestPlace(path, unit, distance), 0, unit)
  return path
}

function cheapestPlace(path: readonly number[], unit: number, distance: Distance): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  for (let place = 0; place <= path.length; place++) {
    const [before, after] = [path[place - 1], path[place]]
    const joined = before !== undefined && after !== undefined ? distance(before, after) : 0
    const cost =
      (before === undefined ? 0 : distance(before, unit)) + (after === undefined ? 0 : distance(unit, after)) - joined
    if (cost < least) [best, least] = [place, cost]
  }
  return best
}

function shortened(path: number[], distance: Distance): readonly number[] {
  const gap = (a: number | undefined, b: number | undefined): number =>
    a === undefined || b === undefined ? 0 : distance(a, b)
  for (let improved = true; improved; ) {
    improved = false
    for (let start = 0; start < path.length; start++) {
      for (let end = start + 1; end < path.length; end++) {
        const before = gap(path[start - 1], path[start]) + gap(path[end], path[end + 1])
        const after = gap(path[start - 1], path[end]) + gap(path[start], path[end + 1])
        if (after >= before - 1e-12) continue
        path.splice(start, end - start + 1, ...path.slice(start, end + 1).reverse())
        improved = true
      }
    }
  }
  return path
}

function sum({ rows, columns, data }: Matrix, unit: number): number {
  let total = 0
  for (let t = 0; t < rows; t++) total += data[t * columns + unit] ?? 0
  return total
}
