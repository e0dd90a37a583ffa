import type { Cell, Range } from './cell.ts'

/** h_t = φ(W_ih x_t + b_ih + W_hh h_{t−1} + b_hh). Source: Elman (1990), in the form of PyTorch's `nn.RNN`. */
export function elman(label: string, curve: (sum: number) => number, range: Range): Cell & { vectors: { h: Range } } {
  return {
    label,
    curve,
    blocks: 1,
    vectors: { h: range },
    step(fromInput, fromState, { h }, now, _before, units) {
      if (!h) return
      for (let unit = 0; unit < units; unit++) h[now + unit] = curve((fromInput[unit] ?? 0) + (fromState[unit] ?? 0))
    },
  }
}
