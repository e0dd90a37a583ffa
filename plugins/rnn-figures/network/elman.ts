import { bounded, type Cell, type CellSettings, type Vector } from './cell.ts'
import { tanh } from './squash.ts'

interface Nonlinearity {
  readonly label: string
  readonly curve: (sum: number) => number
  readonly vector: Vector
}

const name = 'hidden state'

const nonlinearities: Readonly<Record<NonNullable<CellSettings['nonlinearity']>, Nonlinearity>> = {
  tanh: { label: 'tanh', curve: tanh, vector: bounded(name) },
  relu: {
    label: 'ReLU',
    curve: (sum) => Math.max(0, sum),
    vector: { name, minimum: 0, maximum: Number.POSITIVE_INFINITY },
  },
}

/** h_t = φ(W_ih x_t + b_ih + W_hh h_{t−1} + b_hh). Source: Elman (1990), in the form of PyTorch's `nn.RNN`. */
export function elman({ nonlinearity = 'tanh' }: CellSettings): Cell<'h'> {
  const { label, curve, vector } = nonlinearities[nonlinearity]
  return {
    label,
    network: 'a recurrent network',
    curve,
    settings: { nonlinearity },
    torch: { module: 'RNN', options: nonlinearity === 'tanh' ? [] : [`nonlinearity='${nonlinearity}'`] },
    blocks: 1,
    vectors: { h: vector },
    states: ['h'],
    step(fromInput, fromState, { h }, now, _before, units) {
      for (let unit = 0; unit < units; unit++) {
        h[now + unit] = curve((fromInput[unit] as number) + (fromState[unit] as number))
      }
    },
  }
}
