import type { Cell } from './cell.ts'
import { cellOf } from './cells.ts'
import { embedded, type Inputs, isOneHot } from './inputs.ts'
import { beside, type Matrix, row, zeros } from './matrix.ts'
import type { Network, Readout } from './network.ts'
import { networkError } from './network-error.ts'
import { type Parameter, suffix } from './parameters.ts'
import { type Affine, type Product, products } from './product.ts'
import { type Direction, directions } from './shape.ts'

/** Every vector of one layer in one direction: name → T × H, rows in the order of the sequence. */
export type Vectors = { readonly h: Matrix } & Readonly<Record<string, Matrix>>

/** One layer's vectors; `backward` is there when the network is bidirectional. */
export interface LayerTrace {
  readonly forward: Vectors
  readonly backward?: Vectors
}

/** The vectors of each direction that a layer is read in. */
export function directionsOf({ forward, backward }: LayerTrace): readonly Vectors[] {
  return backward ? [forward, backward] : [forward]
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
  return traceOf(network, inputs, initial)
}

/** Reads `inputs` as `run` does, where it is known that everything fits. */
export function traceOf(network: Network, inputs: Inputs, initial: InitialStates): Trace {
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

/** One layer in one direction. Backward steps run from the last row to the first, so nothing is turned around. */
function read(network: Network, layer: number, direction: Direction, inputs: Inputs, initial: InitialStates): Vectors {
  const { hidden: units, parameters } = network
  const cell = cellOf(network)
  const end = suffix(layer, direction)
  const forward = direction === 'forward'
  const steps = inputs.rows
  const { storage, vectors, spare } = room(cell, units, steps, forward)
  const place = layer * directions(network).length + (forward ? 0 : 1)
  for (const name in initial) {
    const start = initial[name]
    if (start) storage[name]?.set(row(start, place), forward ? 0 : steps * units)
  }
  const weightIh = parameters[`weight_ih${end}`] as Parameter
  const biasIh = parameters[`bias_ih${end}`]
  const hh: Affine = [parameters[`weight_hh${end}`] as Parameter, parameters[`bias_hh${end}`]]
  const [state, input] = products(isOneHot(inputs) ? [hh] : [hh, [weightIh, biasIh]]) as [Product, Product?]
  const fromInput = input?.out ?? spare
  for (let step = 0; step < steps; step++) {
    const t = forward ? step : steps - 1 - step
    const now = (forward ? t + 1 : t) * units
    const before = (forward ? t : t + 1) * units
    state.of(storage.h, before)
    if (isOneHot(inputs)) column(weightIh, inputs.indices[t] as number, biasIh, fromInput)
    else input?.of(inputs.data, t * inputs.columns)
    cell.step(fromInput, state.out, storage, now, before, units)
  }
  return vectors
}

/** The rows of every vector, one after another, and one more for the state before the first step. */
type Storage = { readonly h: Float64Array } & Readonly<Record<string, Float64Array>>

/** Room for every vector, and for one product, in one piece: many small ones take longer to get than a word to read. */
function room(
  { vectors: named, blocks }: Cell,
  units: number,
  steps: number,
  forward: boolean,
): { readonly storage: Storage; readonly vectors: Vectors; readonly spare: Float64Array } {
  const names = Object.keys(named)
  const size = (steps + 1) * units
  const all = new Float64Array(names.length * size + blocks * units)
  const storage: Record<string, Float64Array> = {}
  const vectors: Record<string, Matrix> = {}
  names.forEach((name, index) => {
    const begin = index * size
    const first = begin + (forward ? units : 0)
    storage[name] = all.subarray(begin, begin + size)
    vectors[name] = { rows: steps, columns: units, data: all.subarray(first, first + steps * units) }
  })
  return { storage: storage as Storage, vectors: vectors as Vectors, spare: all.subarray(names.length * size) }
}

/** out = W x + b for a one-hot x: a column of W. */
function column({ shape, data }: Parameter, index: number, bias: Parameter | undefined, out: Float64Array): void {
  const columns = shape[1] ?? 0
  for (let r = 0; r < out.length; r++) {
    out[r] = (data[r * columns + index] as number) + (bias ? (bias.data[r] as number) : 0)
  }
}

function readOut({ weight, bias }: Readout, output: Matrix): Matrix {
  const logits = zeros(output.rows, weight.shape[0] ?? 0)
  const [product] = products([[weight, bias]]) as [Product]
  for (let t = 0; t < output.rows; t++) {
    product.of(output.data, t * output.columns)
    logits.data.set(product.out, t * logits.columns)
  }
  return logits
}
