import { bounded, type Cell, gate } from './cell.ts'
import { logistic, tanh } from './squash.ts'

/**
 * i, f, o = σ(…), g = tanh(…), each of W_ih x_t + b_ih + W_hh h_{t−1} + b_hh; c_t = f ⊙ c_{t−1} + i ⊙ g;
 * h_t = o ⊙ tanh(c_t). The blocks of rows are i, f, g, o.
 *
 * Source: Hochreiter and Schmidhuber (1997) with the forget gate of Gers et al. (2000), as in PyTorch's `nn.LSTM`.
 */
export function lstm(): Cell<'i' | 'f' | 'g' | 'o' | 'c'> {
  return {
    label: 'LSTM',
    network: 'an LSTM network',
    settings: {},
    torch: { module: 'LSTM', options: [] },
    blocks: 4,
    vectors: {
      i: gate('input'),
      f: gate('forget'),
      g: bounded('candidate'),
      o: gate('output'),
      c: { name: 'cell state', minimum: Number.NEGATIVE_INFINITY, maximum: Number.POSITIVE_INFINITY },
      h: bounded('hidden state'),
    },
    states: ['h', 'c'],
    step(fromInput, fromState, { i, f, g, o, c, h }, now, before, units) {
      for (let unit = 0; unit < units; unit++) {
        const second = units + unit
        const third = second + units
        const fourth = third + units
        const input = logistic((fromInput[unit] as number) + (fromState[unit] as number))
        const forget = logistic((fromInput[second] as number) + (fromState[second] as number))
        const candidate = tanh((fromInput[third] as number) + (fromState[third] as number))
        const output = logistic((fromInput[fourth] as number) + (fromState[fourth] as number))
        const state = forget * (c[before + unit] as number) + input * candidate
        i[now + unit] = input
        f[now + unit] = forget
        g[now + unit] = candidate
        o[now + unit] = output
        c[now + unit] = state
        h[now + unit] = output * tanh(state)
      }
    },
  }
}
