import type { Reading } from '../network/reading.ts'
import type { Mark } from '../scene/scene.ts'
import { indexed, text } from '../scene/text.ts'
import { type Grid, roomyLeft } from './grid.ts'
import { namedInputs } from './input-track.ts'
import { whichLayer } from './layer-name.ts'
import { legendHeight } from './legend.ts'
import type { Selection } from './selection.ts'

/** Where a heatmap's words stand, and what they have to keep clear of. */
export interface NamePlace {
  readonly grid: Grid
  readonly top: number
  readonly legendTop: number
  /** True where the legend's own words reach far to the left. */
  readonly fitted: boolean
}

/** What is drawn, how the rows are sorted, and what the inputs are called; `height` is what the legend's row needs. */
export function heatmapName(
  reading: Reading,
  selection: Selection,
  sorted: readonly string[],
  place: NamePlace,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const { network } = reading
  const count = `${network.hidden} unit${network.hidden === 1 ? '' : 's'}`
  const both = selection.directions.length === 1 ? [] : ['each way']
  const where = whichLayer(network, selection)
  const inputs = namedInputs(reading)
  const { grid, top, legendTop, fitted } = place
  if (grid.left >= roomyLeft) {
    const lines = [count, ...both, ...where, ...sorted].map((words, index) => line(0, top + 36 + 17 * index, words))
    const name = text(0, top + 15, indexed(selection.name, 't'), { size: 18, anchor: 'start' })
    return { marks: [name, ...lines, ...inRow(inputs, legendTop + 8)], height: legendHeight }
  }
  const words = [count, ...both, where.join(', '), ...sorted].filter((each) => each !== '')
  const first = fitted ? 1 : 0
  const lines = words.map((each, index) => line(0, legendTop + 8 + 16 * (first + index), each))
  const next = Math.max(2, first + words.length)
  const used = inputs.length === 0 ? first + words.length : next + 1
  return {
    marks: [...lines, ...inRow(inputs, legendTop + 8 + 16 * next)],
    height: Math.max(legendHeight, 16 * used),
  }
}

function line(x: number, y: number, words: string): Mark {
  return text(x, y, words, { anchor: 'start', paint: 'faint' })
}

/** Names of inputs side by side, each in the colour of its line. */
function inRow(names: readonly string[], y: number): readonly Mark[] {
  const starts = names.map((_, index) => names.slice(0, index).reduce((x, { length }) => x + 7.4 * length + 14, 0))
  return names.map((name, index) =>
    text(starts[index] ?? 0, y, name, { anchor: 'start', paint: index === 0 ? 'ink' : 'faint' }),
  )
}
