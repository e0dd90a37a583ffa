import { bounded, type Cell, gate } from './cell.ts'
import { logistic, tanh } from './squash.ts'

/**
 * r, z = σ(W_ih x_t + b_ih + W_hh h_{t−1} + b_hh); n = tanh(W_in x_t + b_in + r ⊙ (W_hn h_{t−1} + b_hn));
 * h_t = (1 − z) ⊙ n + z ⊙ h_{t−1}. The blocks of rows are r, z, n. The reset acts after the product, and z keeps the
 * old state, not the new one.
 *
 * Source: Cho et al. (2014), with the reset after the product as in PyTorch's `nn.GRU`. Chung et al. (2014) exchange z
 * and 1 − z.
 */
export function gru(): Cell<'r' | 'z' | 'n'> {
  return {
    label: 'GRU',
    network: 'a GRU network',
    settings: {},
    torch: { module: 'GRU', options: [] },
    blocks: 3,
    vectors: { r: gate('reset'), z: gate('update'), n: bounded('candidate'), h: bounded('hidden state') },
    states: ['h'],
    step(fromInput, fromState, { r, z, n, h }, now, before, units) {
      for (let unit = 0; unit < units; unit++) {
        const second = units + unit
        const third = second + units
        const reset = logistic((fromInput[unit] as number) + (fromState[unit] as number))
        const update = logistic((fromInput[second] as number) + (fromState[second] as number))
        const candidate = tanh((fromInput[third] as number) + reset * (fromState[third] as number))
        r[now + unit] = reset
        z[now + unit] = update
        n[now + unit] = candidate
        h[now + unit] = (1 - update) * candidate + update * (h[before + unit] as number)
      }
    },
  }
}
