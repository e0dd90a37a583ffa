import { cellOf } from './cells.ts'
import { type Matrix, zeros } from './matrix.ts'
import { networkError } from './network-error.ts'
import type { InitialStates } from './run.ts'
import { directions, type Shape } from './shape.ts'

/**
 * One state before the first step: a number for all units, a list for the units of every layer and direction, or lists
 * in PyTorch's order: (L · D) × H, layer after layer, forward before backward.
 */
export type InitialState = number | readonly number[] | readonly (readonly number[])[]

/** Initial states by name: `h`, and `c` for an LSTM. What is missing is zero. */
export type WrittenInitialStates = Readonly<Record<string, InitialState>>

/** The initial states as matrices. Throws a `NetworkError` where they do not fit the network. */
export function initialStates(shape: Shape, written: WrittenInitialStates): InitialStates {
  const { states } = cellOf(shape)
  const entries = Object.entries(written).map(([name, state]) => {
    if (states.includes(name)) return [name, matrix(shape, name, state)] as const
    throw networkError(
      `\`initial\` names the state "${name}"; ${cellOf(shape).network} begins with ${states.join(', ')}.`,
      {
        option: 'initial',
      },
    )
  })
  return Object.fromEntries(entries)
}

function matrix(shape: Shape, name: string, state: InitialState): Matrix {
  const rows = shape.layers * directions(shape).length
  const filled = zeros(rows, shape.hidden)
  if (typeof state === 'number') filled.data.fill(state)
  else if (state.every((entry) => typeof entry === 'number')) setRows(filled, Array(rows).fill(state), name)
  else setRows(filled, state as readonly (readonly number[])[], name)
  return filled
}

function setRows({ rows, columns, data }: Matrix, lists: readonly (readonly number[])[], name: string): void {
  const lengths = new Set(lists.map((list) => list.length))
  if (lists.length !== rows || lengths.size !== 1 || !lengths.has(columns)) {
    const given = lengths.size === 1 ? `${lists.length} × ${lists[0]?.length}` : 'lists of different lengths'
    const wanted = `a number, a list of ${columns} (units), or ${rows} × ${columns} numbers (layers · directions × units)`
    throw networkError(`\`initial\` for ${name} must be ${wanted}, not ${given}.`, { option: 'initial' })
  }
  data.set(lists.flat())
}
