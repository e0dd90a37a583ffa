import type { Read } from '../network/reading.ts'
import { printed } from './legend.ts'

/** What stands under each step: its symbol, its name in the series, or the number that is read; empty for vectors. */
export function stepLabels({ symbols, series }: Read): readonly string[] {
  if (!series) return symbols
  const { values, labels } = series
  if (labels) return labels
  return Array.from({ length: values.rows }, (_, t) =>
    values.columns === 1 ? printed(Number((values.data[t] ?? 0).toPrecision(3))) : '',
  )
}
