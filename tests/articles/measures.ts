import { type Matrix, row } from '../../plugins/rnn-figures/network/matrix.ts'

// What the articles measure, and how they print it.

/** Euclidean distance. */
export function distance(a: Float64Array, b: Float64Array): number {
  return Math.hypot(...a.map((value, unit) => value - (b[unit] ?? 0)))
}

/** Mean distance of all pairs of steps. */
export function mean(h: Matrix): number {
  const pairs = Array.from({ length: h.rows }, (_, i) =>
    Array.from({ length: i }, (_, j) => distance(row(h, i), row(h, j))),
  )
  const all = pairs.flat()
  return all.reduce((sum, value) => sum + value, 0) / all.length
}

/** Distance of steps a and b (from 1), in mean distances. */
export function apart(h: Matrix, a: number, b: number): number {
  return distance(row(h, a - 1), row(h, b - 1)) / mean(h)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return ((sorted[Math.ceil(sorted.length / 2) - 1] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2
}

/** The seeds of every median. */
export const thousand = Array.from({ length: 1000 }, (_, seed) => seed)
export const hundredths = (values: readonly number[]) => values.map((value) => value.toFixed(2))
export const percent = (values: readonly number[]) => values.map((value) => Math.round(100 * value))

/** Medians over the first thousand seeds, place by place. */
export function medians(of: (seed: number) => readonly number[]): readonly number[] {
  const all = thousand.map(of)
  return (all[0] ?? []).map((_, place) => median(all.map((values) => values[place] ?? 0)))
}
