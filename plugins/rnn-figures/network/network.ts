import { mersenneTwister } from './mersenne-twister.ts'
import { type Parameter, type Parameters, parameterShapes } from './parameters.ts'
import type { Shape } from './shape.ts'

/** A network ready to read. */
export interface Network extends Shape {
  readonly parameters: Parameters
}

/**
 * The network that `torch.manual_seed(seed); torch.nn.RNN(inputs, hidden, layers, …)` makes, bit for bit.
 *
 * Every weight and bias is drawn from U(−1/√H, 1/√H) in float32, parameter after parameter. `seed` is a whole number
 * in 0 … 2³²−1. Source: `reset_parameters` in `torch/nn/modules/rnn.py`.
 */
export function seededNetwork(shape: Shape, seed: number): Network {
  const draw = uniform(mersenneTwister(seed), 1 / Math.sqrt(shape.hidden))
  const filled = parameterShapes(shape).map(([name, size]) => [name, parameter(size, draw)] as const)
  return { ...shape, parameters: Object.fromEntries(filled) }
}

function parameter(shape: readonly number[], draw: () => number): Parameter {
  const length = shape.reduce((product, size) => product * size, 1)
  return { shape, data: Float32Array.from({ length }, draw) }
}

/** U(−bound, bound) in float32: 24 random bits, then one fused multiply-add. */
function uniform(next: () => number, bound: number): () => number {
  const low = Math.fround(-bound)
  const width = Math.fround(Math.fround(bound) - low)
  // Product and sum fit in the 53 bits of a double, so rounding once to float32 equals the fused operation.
  return () => Math.fround((next() & 0xffffff) * 2 ** -24 * width + low)
}
