import type { Storage } from './cell.ts'
import { cellOf } from './cells.ts'
import { beside, type Matrix, reversed, zeros } from './matrix.ts'
import type { Network } from './network.ts'
import { type Parameter, suffix } from './parameters.ts'
import { type Direction, directions } from './shape.ts'

/** Every vector of one layer in one direction: name → T × H, rows in the order of the sequence. */
export type Vectors = Readonly<Record<string, Matrix>>

/** One layer's vectors; `backward` is there when the network is bidirectional. */
export interface LayerTrace {
  readonly forward: Vectors
  readonly backward?: Vectors
}

/** Everything a network computed while it read. */
export interface Trace {
  readonly layers: readonly LayerTrace[]
  /** T × (D · H): the last layer's h, forward beside backward. */
  readonly output: Matrix
}

/** Reads `inputs` (T × network.inputs) from the zero state, in float64. */
export function run(network: Network, inputs: Matrix): Trace {
  const layers: LayerTrace[] = []
  let output = inputs
  for (let layer = 0; layer < network.layers; layer++) {
    const vectors = directions(network).map(
      (direction) => [direction, read(network, layer, direction, output)] as const,
    )
    layers.push(Object.fromEntries(vectors) as unknown as LayerTrace)
    output = beside(vectors.flatMap(([, { h }]) => h ?? []))
  }
  return { layers, output }
}

function read(network: Network, layer: number, direction: Direction, inputs: Matrix): Vectors {
  if (direction === 'forward') return unroll(network, suffix(layer, direction), inputs)
  const vectors = unroll(network, suffix(layer, direction), reversed(inputs))
  return Object.fromEntries(Object.entries(vectors).map(([name, matrix]) => [name, reversed(matrix)]))
}

function unroll(network: Network, end: string, inputs: Matrix): Vectors {
  const { hidden: units, parameters } = network
  const { blocks, step, vectors: ranges } = cellOf(network)
  const weightIh = parameters[`weight_ih${end}`] as Parameter
  const weightHh = parameters[`weight_hh${end}`] as Parameter
  const biasIh = parameters[`bias_ih${end}`] as Parameter
  const biasHh = parameters[`bias_hh${end}`] as Parameter
  const states = Object.keys(ranges).map((name) => [name, zeros(inputs.rows + 1, units)] as const)
  const storage = Object.fromEntries(states.map(([name, { data }]) => [name, data])) as Storage
  const fromInput = new Float64Array(blocks * units)
  const fromState = new Float64Array(blocks * units)
  for (let t = 0; t < inputs.rows; t++) {
    affine(weightIh, inputs.data, t * inputs.columns, biasIh, fromInput)
    affine(weightHh, storage.h, t * units, biasHh, fromState)
    step(fromInput, fromState, storage, (t + 1) * units, t * units, units)
  }
  return Object.fromEntries(states.map(([name, matrix]) => [name, withoutInitial(matrix)]))
}

/** out = W v + b, with v the entries of `from` that begin at `start`. */
function affine(weight: Parameter, from: Float64Array, start: number, bias: Parameter, out: Float64Array): void {
  const columns = weight.shape[1] ?? 0
  for (let r = 0; r < out.length; r++) {
    let sum = 0
    for (let c = 0; c < columns; c++) sum += (weight.data[r * columns + c] ?? 0) * (from[start + c] ?? 0)
    out[r] = sum + (bias.data[r] ?? 0)
  }
}

function withoutInitial({ rows, columns, data }: Matrix): Matrix {
  return { rows: rows - 1, columns, data: data.subarray(columns) }
}
