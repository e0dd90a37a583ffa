import { row } from '../network/matrix.ts'
import type { Reading } from '../network/reading.ts'
import type { Series } from '../network/series.ts'
import type { Table } from '../scene/table.ts'
import { mostShapes } from './body.ts'
import { capitalised, whichLayer } from './layer-name.ts'
import { printed } from './legend.ts'
import { type Selection, unitName } from './selection.ts'
import { stepLabels } from './step-labels.ts'
import { symbolLabel } from './symbol-label.ts'

/** The selected states: a row for each step, a column for each unit; cut where they are too many for shapes, unless all are wanted. */
export function dataTable(reading: Reading, selection: Selection, all = false): Table {
  const { states } = selection
  const shown = all ? states.rows : shownSteps(selection)
  const labels = reading.series ? inputLabels(reading.series) : stepLabels(reading)
  const what = [capitalised(selection.vector.name), ...whichLayer(reading.network, selection)].join(', ')
  const cut = shown < states.rows ? `, abbreviated: steps 1 to ${shown} of ${states.rows}` : ''
  return {
    caption: `${what}, after each step${cut}`,
    head: [
      'step',
      reading.series ? 'input' : 'symbol',
      ...Array.from({ length: states.columns }, (_, column) => unitName(selection, column)),
    ],
    rows: Array.from({ length: shown }, (_, step) => ({
      name: String(step + 1),
      label: all || reading.series ? (labels[step] ?? '') : symbolLabel(labels[step] ?? '').text,
      values: Array.from(row(states, step)),
    })),
  }
}

const mostInputs = 4

/** What a step is called and what it reads, as long as that is a few numbers. */
function inputLabels({ values, labels }: Series): readonly string[] {
  return Array.from({ length: values.rows }, (_, t) => {
    const read = values.columns > mostInputs ? [] : [Array.from(row(values, t)).map(printed).join(' and ')]
    return [...(labels ? [labels[t] ?? ''] : []), ...read].join(': ')
  })
}

function shownSteps({ states: { rows, columns } }: Selection): number {
  return Math.min(rows, Math.max(1, Math.floor(mostShapes / columns)))
}
