import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CellName } from '../../plugins/rnn-figures/network/cells.ts'
import { matrixOf } from '../../plugins/rnn-figures/network/matrix.ts'
import { shapeOf } from '../../plugins/rnn-figures/network/network.ts'

/** PyTorch's forward passes in float64, with weights, inputs and initial states; one JSON file each. */
export const forwardPasses = [
  'rnn_tanh_l1_uni_h5',
  'rnn_tanh_l2_bi_h5',
  'rnn_relu_l1_uni_h5',
  'lstm_l1_uni_h5',
  'lstm_l2_bi_h5',
  'gru_l1_uni_h5',
  'gru_l2_bi_h5',
] as const

/** One of them, with everything as the network code takes it; `written` is what the file says. */
export function forwardPass(name: string) {
  const written = JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8'))
  const [cell, nonlinearity] = written.kind.split('_') as [CellName, 'tanh' | 'relu' | undefined]
  const shape = shapeOf({
    cell,
    nonlinearity,
    inputs: written.input_size,
    hidden: written.hidden_size,
    layers: written.num_layers,
    bidirectional: written.bidirectional,
  })
  const initial = { h: lists(written.h0), ...(written.c0 ? { c: lists(written.c0) } : {}) }
  return {
    cell,
    nonlinearity,
    written,
    network: { ...shape, parameters: parameters(written.weights) },
    inputs: matrixOf(lists(written.x)),
    states: initial,
    initial: Object.fromEntries(Object.entries(initial).map(([state, rows]) => [state, matrixOf(rows)])),
    output: lists(written.out).flat(),
    vectors: vectors(written),
  }
}

type Nested = number | readonly Nested[]

/** The rows of a T × 1 × H list, without the batch. */
function lists(rows: readonly (readonly [readonly number[]])[]): readonly (readonly number[])[] {
  return rows.map(([row]) => row)
}

function parameters(weights: Readonly<Record<string, readonly Nested[]>>) {
  const entries = Object.entries(weights).map(([name, value]) => {
    const [first] = value
    const shape = Array.isArray(first) ? [value.length, first.length] : [value.length]
    return [name, { shape, data: Float64Array.from(value.flat() as readonly number[]) }] as const
  })
  return Object.fromEntries(entries)
}

/** The vectors of a network with one layer that reads forward, T × H each. */
function vectors(written: {
  readonly gates?: readonly Readonly<Record<string, readonly (readonly number[])[]>>[]
  readonly c?: readonly (readonly [readonly number[]])[]
}): Readonly<Record<string, readonly number[]>> {
  const { gates = [], c } = written
  const names = Object.keys(gates[0] ?? {}).filter((name) => name !== 'pre')
  const found = names.map((name) => [name, gates.flatMap((gate) => gate[name]?.[0] ?? [])] as const)
  return Object.fromEntries(c ? [...found, ['c', lists(c).flat()]] : found)
}
