import type { Matrix } from '../network/matrix.ts'

/** The Euclidean distance of two rows. */
export function distance({ columns, data }: Matrix, first: number, second: number): number {
  let squares = 0
  for (let unit = 0; unit < columns; unit++) {
    squares += ((data[first * columns + unit] ?? 0) - (data[second * columns + unit] ?? 0)) ** 2
  }
  return Math.sqrt(squares)
}

/**
 * How far two runs of as many steps agree on which steps are alike: Pearson's correlation, in −1 … 1, of the distances
 * of all pairs of rows; not a number where those of one of them are all equal.
 *
 * Means and sums of squares grow pair by pair. Source: Welford (1962).
 */
export function likeness(a: Matrix, b: Matrix): number {
  let [pairs, meanA, meanB, squaresA, squaresB, products] = [0, 0, 0, 0, 0, 0]
  for (let second = 1; second < a.rows; second++) {
    for (let first = 0; first < second; first++) {
      pairs++
      const [inA, inB] = [distance(a, first, second), distance(b, first, second)]
      const [fromA, fromB] = [inA - meanA, inB - meanB]
      meanA += fromA / pairs
      meanB += fromB / pairs
      squaresA += fromA * (inA - meanA)
      squaresB += fromB * (inB - meanB)
      products += fromA * (inB - meanB)
    }
  }
  return products / Math.sqrt(squaresA * squaresB)
}
