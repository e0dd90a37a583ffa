import { type Matrix, matrixOf } from './matrix.ts'
import { networkError } from './network-error.ts'

/** Real vectors, T × inputs. */
export interface Series {
  readonly values: Matrix
  readonly labels?: readonly string[]
  readonly names?: readonly string[]
}

/** Real vectors as they may be written: T × inputs; a plain list of numbers is T × 1. */
export type Values = Series | readonly number[] | readonly (readonly number[])[]

/** The vectors that `values` stands for. Throws a `NetworkError` unless they are finite and of one length. */
export function seriesOf(values: Values): Series {
  if (!Array.isArray(values)) return checkedSeries(values as Series)
  const lists = (values as readonly (number | readonly number[])[]).map((entry) =>
    typeof entry === 'number' ? [entry] : entry,
  )
  const odd = lists.findIndex((list) => list.length !== lists[0]?.length)
  if (odd >= 0) {
    const message = `\`values\` has steps of different lengths: ${lists[0]?.length} at step 1, ${lists[odd]?.length} at step ${odd + 1}.`
    throw networkError(message, { option: 'values' })
  }
  return checkedSeries({ values: matrixOf(lists) })
}

/** Differences of two entries are numbers, too. */
const largest = 1e300

function checkedSeries(series: Series): Series {
  const { rows, columns, data } = series.values
  if (rows === 0 || columns === 0) throw networkError('`values` has no number.', { option: 'values' })
  if (series.labels && series.labels.length !== rows) {
    throw networkError(`\`values\` has ${series.labels.length} labels for ${rows} steps.`, { option: 'values' })
  }
  const odd = data.findIndex((value) => !(Math.abs(value) <= largest))
  if (odd < 0) return series
  const message = `\`values\` has ${data[odd]} at step ${Math.floor(odd / columns) + 1}; every entry is a number within ±1e300.`
  throw networkError(message, { option: 'values' })
}
