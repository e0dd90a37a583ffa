import type { Reading } from '../network/reading.ts'
import type { Table } from '../scene/table.ts'
import { hiddenState } from './figure.ts'
import { symbolLabel } from './symbol-label.ts'

const mostNumbers = 4000

/** The hidden state after each step: a row for each step, a column for each unit; cut after 4,000 numbers. */
export function dataTable(reading: Reading): Table {
  const { rows: steps, columns, data } = hiddenState(reading)
  const shown = Math.min(steps, Math.max(1, Math.floor(mostNumbers / columns)))
  return {
    caption: `Hidden state after each step${shown < steps ? ` (steps 1 to ${shown} of ${steps})` : ''}`,
    head: ['step', 'symbol', ...Array.from({ length: columns }, (_, unit) => `unit ${unit + 1}`)],
    rows: Array.from({ length: shown }, (_, step) => ({
      name: String(step + 1),
      label: symbolLabel(reading.symbols[step] ?? '').text,
      values: Array.from(data.subarray(step * columns, (step + 1) * columns)),
    })),
  }
}
