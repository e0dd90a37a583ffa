import type { Cell, CellSettings, Range } from './cell.ts'

interface Nonlinearity {
  readonly label: string
  readonly curve: (sum: number) => number
  readonly range: Range
}

const nonlinearities: Readonly<Record<CellSettings['nonlinearity'], Nonlinearity>> = {
  tanh: { label: 'tanh', curve: Math.tanh, range: { minimum: -1, maximum: 1 } },
  relu: { label: 'ReLU', curve: (sum) => Math.max(0, sum), range: { minimum: 0, maximum: Number.POSITIVE_INFINITY } },
}

/** h_t = φ(W_ih x_t + b_ih + W_hh h_{t−1} + b_hh). Source: Elman (1990), in the form of PyTorch's `nn.RNN`. */
export function elman({ nonlinearity }: CellSettings): Cell {
  const { label, curve, range } = nonlinearities[nonlinearity]
  return {
    label,
    curve,
    torch: { module: 'RNN', options: nonlinearity === 'tanh' ? [] : [`nonlinearity='${nonlinearity}'`] },
    blocks: 1,
    vectors: { h: range },
    step(fromInput, fromState, { h }, now, _before, units) {
      for (let unit = 0; unit < units; unit++) h[now + unit] = curve((fromInput[unit] ?? 0) + (fromState[unit] ?? 0))
    },
  }
}
