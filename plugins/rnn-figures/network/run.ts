import { affine } from './affine.ts'
import { cellOf } from './cells.ts'
import { embedded, type Inputs, isOneHot } from './inputs.ts'
import { beside, type Matrix, row, zeros } from './matrix.ts'
import type { Network } from './network.ts'
import { networkError } from './network-error.ts'
import { type Parameter, suffix } from './parameters.ts'
import { type Direction, directions } from './shape.ts'

/** Every vector of one layer in one direction: name → T × H, rows in the order of the sequence. */
export type Vectors = { readonly h: Matrix } & Readonly<Record<string, Matrix>>

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
  /** T × classes, where the network has a read-out. */
  readonly logits?: Matrix
}

/**
 * The states before the first step: name → (L · D) × H, layer after layer, forward before backward, as PyTorch takes
 * `h_0` and `c_0`. What is missing is zero.
 */
export type InitialStates = Readonly<Record<string, Matrix>>

/**
 * Reads `inputs` (T × network.inputs; with an embedding, symbols of its alphabet) once, in float64.
 *
 * Throws a `NetworkError` where the inputs or the initial states do not fit the network.
 */
export function run(network: Network, inputs: Inputs, initial: InitialStates = {}): Trace {
  checkFit(network, inputs, initial)
  const layers: LayerTrace[] = []
  let output: Inputs = embedded(network, inputs)
  for (let layer = 0; layer < network.layers; layer++) {
    const [forward, backward] = directions(network).map((direction) => read(network, layer, direction, output, initial))
    if (!forward) break
    layers.push(backward ? { forward, backward } : { forward })
    output = beside(backward ? [forward.h, backward.h] : [forward.h])
  }
  const last = output as Matrix
  return { layers, output: last, ...(network.readout ? { logits: readOut(network.readout, last) } : {}) }
}

function checkFit(network: Network, inputs: Inputs, initial: InitialStates): void {
  const wanted = isOneHot(inputs) && network.embedding ? (network.embedding.shape[0] ?? 0) : network.inputs
  if (inputs.columns !== wanted) {
    throw networkError(`The network takes inputs with ${wanted} entries a step, not ${inputs.columns}.`)
  }
  const { states } = cellOf(network)
  const rows = network.layers * directions(network).length
  for (const [name, { rows: given, columns }] of Object.entries(initial)) {
    if (!states.includes(name)) {
      throw networkError(`A cell of this network has no state "${name}" to begin with; it has ${states.join(', ')}.`)
    }
    if (given !== rows || columns !== network.hidden) {
      throw networkError(
        `The initial ${name} must be ${rows} × ${network.hidden} (layers · directions × units), not ${given} × ${columns}.`,
      )
    }
  }
}

/** The rows of every vector, one after another, and one more for the state before the first step. */
type Storage = { readonly h: Float64Array } & Readonly<Record<string, Float64Array>>

/** One layer in one direction. Backward steps run from the last row to the first, so nothing is turned around. */
function read(network: Network, layer: number, direction: Direction, inputs: Inputs, initial: InitialStates): Vectors {
  const { hidden: units, parameters } = network
  const cell = cellOf(network)
  const end = suffix(layer, direction)
  const weightHh = parameters[`weight_hh${end}`] as Parameter
  const biasHh = parameters[`bias_hh${end}`]
  const forward = direction === 'forward'
  const steps = inputs.rows
  const states = Object.keys(cell.vectors).map((name) => [name, zeros(steps + 1, units)] as const)
  const storage = Object.fromEntries(states.map(([name, { data }]) => [name, data])) as Storage
  const place = layer * directions(network).length + (forward ? 0 : 1)
  for (const [name, matrix] of states) {
    const start = initial[name]
    if (start) row(matrix, forward ? 0 : steps).set(row(start, place))
  }
  const fromInput = inputProducts(parameters[`weight_ih${end}`] as Parameter, parameters[`bias_ih${end}`], inputs)
  const fromState = new Float64Array(cell.blocks * units)
  for (let step = 0; step < steps; step++) {
    const t = forward ? step : steps - 1 - step
    const [now, before] = forward ? [(t + 1) * units, t * units] : [t * units, (t + 1) * units]
    affine(weightHh, storage.h, before, biasHh, fromState)
    const at = fromInput.at(t)
    cell.step(fromInput.data, at, fromState, storage, now, before, units)
  }
  const kept = states.map(([name, matrix]) => [name, withoutInitial(matrix, forward)] as const)
  return Object.fromEntries(kept) as Vectors
}

/** W_ih x_t + b_ih for any step: in `data` from `at(t)` on, until the next call. */
interface InputProducts {
  readonly data: Float64Array
  readonly at: (t: number) => number
}

function inputProducts(weight: Parameter, bias: Parameter | undefined, inputs: Inputs): InputProducts {
  const rows = weight.shape[0] ?? 0
  if (!isOneHot(inputs)) {
    const data = new Float64Array(rows)
    return {
      data,
      at(t) {
        affine(weight, inputs.data, t * inputs.columns, bias, data)
        return 0
      },
    }
  }
  return lookedUp(weight, bias, inputs.indices, rows)
}

/** With a one-hot input the product is a column of W_ih: each column that occurs is copied once, with the bias. */
function lookedUp(weight: Parameter, bias: Parameter | undefined, indices: Int32Array, rows: number): InputProducts {
  const columns = weight.shape[1] ?? 0
  const place = new Map(Array.from(new Set(indices), (index, order) => [index, order * rows]))
  const data = new Float64Array(place.size * rows)
  for (const [index, start] of place) {
    for (let r = 0; r < rows; r++) {
      data[start + r] = (weight.data[r * columns + index] as number) + (bias?.data[r] ?? 0)
    }
  }
  const starts = Int32Array.from(indices, (index) => place.get(index) ?? 0)
  return { data, at: (t) => starts[t] as number }
}

function withoutInitial({ rows, columns, data }: Matrix, forward: boolean): Matrix {
  const kept = forward ? data.subarray(columns) : data.subarray(0, (rows - 1) * columns)
  return { rows: rows - 1, columns, data: kept }
}

function readOut({ weight, bias }: NonNullable<Network['readout']>, output: Matrix): Matrix {
  const logits = zeros(output.rows, weight.shape[0] ?? 0)
  for (let t = 0; t < output.rows; t++) affine(weight, output.data, t * output.columns, bias, row(logits, t))
  return logits
}
