import type { Matrix } from '../network/matrix.ts'

/** The Euclidean distance of two rows. */
export function distance({ columns, data }: Matrix, first: number, second: number): number {
  let squares = 0
  for (let unit = 0; unit < columns; unit++) {
    squares += ((data[first * columns + unit] ?? 0) - (data[second * columns + unit] ?? 0)) ** 2
  }
  return Math.sqrt(squares)
}

/** The distances of all pairs of different rows. */
export function distances(states: Matrix): readonly number[] {
  return Array.from({ length: states.rows }, (_, second) =>
    Array.from({ length: second }, (_, first) => distance(states, first, second)),
  ).flat()
}

/** Pearson's correlation of two lists of one length, in −1 … 1; not a number where one of them does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const [fromA, fromB] = [deviations(a), deviations(b)]
  return inner(fromA, fromB) / Math.sqrt(inner(fromA, fromA) * inner(fromB, fromB))
}

function deviations(list: readonly number[]): readonly number[] {
  const mean = list.reduce((sum, value) => sum + value, 0) / list.length
  return list.map((value) => value - mean)
}

function inner(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}
