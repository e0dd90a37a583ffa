import { cellOf } from './cells.ts'
import { checkedCell, checkedSeed, checkedShape } from './check-shape.ts'
import { mersenneTwister } from './mersenne-twister.ts'
import { type Parameter, type Parameters, parameterShapes } from './parameters.ts'
import type { Shape } from './shape.ts'

/** A network ready to read. */
export interface Network extends Shape {
  readonly parameters: Parameters
  /** `nn.Embedding` before the first layer: symbols × inputs. */
  readonly embedding?: Parameter
  /** `nn.Linear` after the last layer. */
  readonly readout?: Readout
}

/** logits_t = W h_t + b: `weight` is classes × (D · H), `bias` classes long. */
export interface Readout {
  readonly weight: Parameter
  readonly bias?: Parameter
}

/** A shape as its author thinks of it; what is missing has PyTorch's defaults. */
export type ShapeOptions = Pick<Shape, 'cell' | 'inputs' | 'hidden'> & Partial<Shape>

/** The shape with every default filled in, and only those settings that its cell takes. */
export function shapeOf({ cell, nonlinearity, inputs, hidden, ...options }: ShapeOptions): Shape {
  const { layers = 1, bidirectional = false, bias = true } = options
  const { settings } = cellOf({ cell, nonlinearity })
  return { cell, ...settings, inputs, hidden, layers, bidirectional, bias }
}

/**
 * The network that `torch.manual_seed(seed); torch.nn.RNN(inputs, hidden, layers, …)` makes, bit for bit; so for
 * `nn.LSTM` and `nn.GRU`.
 *
 * Every weight and bias is drawn from U(−1/√H, 1/√H) in float32, parameter after parameter. `seed` is a whole number
 * in 0 … 2³²−1. Throws a `NetworkError` where there can be no such network. Source: `reset_parameters` in `torch/nn/modules/rnn.py`.
 */
export function seededNetwork(options: ShapeOptions, seed: number): Network {
  checkedCell(options.cell, options.nonlinearity)
  const shape = checkedShape(shapeOf(options))
  const draw = uniform(mersenneTwister(checkedSeed(seed)), 1 / Math.sqrt(shape.hidden))
  const filled = parameterShapes(shape).map(([name, size]) => [name, parameter(size, draw)] as const)
  return { ...shape, parameters: Object.fromEntries(filled) }
}

function parameter(shape: readonly number[], draw: () => number): Parameter {
  const data = new Float32Array(shape.reduce((product, size) => product * size, 1))
  for (let k = 0; k < data.length; k++) data[k] = draw()
  return { shape, data }
}

/** U(−bound, bound) in float32: 24 random bits, then one fused multiply-add. */
function uniform(next: () => number, bound: number): () => number {
  const low = Math.fround(-bound)
  const width = Math.fround(Math.fround(bound) - low)
  // Product and sum fit in the 53 bits of a double, so rounding once to float32 equals the fused operation.
  return () => Math.fround((next() & 0xffffff) * 2 ** -24 * width + low)
}
