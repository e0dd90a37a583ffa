const size = 624
const middle = 397

/**
 * MT19937 as PyTorch's CPU generator runs it: each call gives the next whole number in 0 … 2³²−1.
 *
 * `seed` is a whole number in 0 … 2³²−1. Source: Matsumoto and Nishimura (1998), with the initialisation of 2002.
 */
export function mersenneTwister(seed: number): () => number {
  const state = seededState(seed)
  let next = size
  return () => {
    if (next === size) {
      regenerate(state)
      next = 0
    }
    return tempered(state[next++] ?? 0)
  }
}

function seededState(seed: number): Uint32Array {
  const state = new Uint32Array(size)
  let last = seed >>> 0
  state[0] = last
  for (let k = 1; k < size; k++) {
    last = (Math.imul(1812433253, last ^ (last >>> 30)) + k) >>> 0
    state[k] = last
  }
  return state
}

function regenerate(state: Uint32Array): void {
  const at = (k: number): number => state[k % size] ?? 0
  for (let k = 0; k < size; k++) {
    const bits = (at(k) & 0x80000000) | (at(k + 1) & 0x7fffffff)
    state[k] = at(k + middle) ^ (bits >>> 1) ^ (bits & 1 ? 0x9908b0df : 0)
  }
}

function tempered(word: number): number {
  let bits = word
  bits ^= bits >>> 11
  bits ^= (bits << 7) & 0x9d2c5680
  bits ^= (bits << 15) & 0xefc60000
  bits ^= bits >>> 18
  return bits >>> 0
}
