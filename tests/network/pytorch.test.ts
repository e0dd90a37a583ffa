import { createHash } from 'node:crypto'
import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type CellName, cells } from '../../plugins/rnn-figures/network/cells.ts'
import { row } from '../../plugins/rnn-figures/network/matrix.ts'
import { seededNetwork } from '../../plugins/rnn-figures/network/network.ts'
import { run } from '../../plugins/rnn-figures/network/run.ts'
import { oneHot, symbolsOf } from '../../plugins/rnn-figures/network/sequence.ts'
import { forwardPass, forwardPasses } from '../reference/forward-passes.ts'
import reference from '../reference/seed-parity.json' with { type: 'json' }

type Nonlinearity = 'tanh' | 'relu'

const cases = reference.cases.map((expected) => {
  const [cell = '', nonlinearity] = expected.cell.split('_')
  return { ...expected, cell: cell as CellName, nonlinearity: nonlinearity as Nonlinearity | undefined }
})

test('the reference holds cases for every cell', () => {
  const kinds = forwardPasses.map((name) => forwardPass(name).cell)
  expect(new Set(cases.map(({ cell }) => cell))).toEqual(new Set(Object.keys(cells)))
  expect(new Set(kinds)).toEqual(new Set(Object.keys(cells)))
  expect(cases).toHaveLength(12)
  expect(forwardPasses).toHaveLength(7)
})

describe.each(cases)(
  '$cell $nonlinearity, H=$hidden, layers=$layers, bidirectional=$bidirectional, seed=$seed',
  (expected) => {
    const alphabet = symbolsOf(expected.alphabet)
    const network = seededNetwork({ ...expected, inputs: alphabet.length }, expected.seed)

    test('has the weights that PyTorch draws, bit for bit', () => {
      const hash = createHash('sha256')
      for (const { data } of Object.values(network.parameters)) hash.update(new Uint8Array(data.buffer))
      expect(hash.digest('hex')).toBe(expected.parametersSha256)
    })

    test('computes what PyTorch computes, to 1e-12', () => {
      const { output } = run(network, oneHot(symbolsOf(expected.seq), alphabet))
      expect(output.rows).toBe(expected.output.length)
      expected.output.forEach((values, t) => {
        values.forEach((value, unit) => {
          expect(Math.abs((row(output, t)[unit] ?? Number.NaN) - value)).toBeLessThan(1e-12)
        })
      })
    })
  },
)

describe.each(forwardPasses)('%s: real-valued inputs and initial states', (name) => {
  const { network, inputs, initial, output, vectors } = forwardPass(name)
  const trace = run(network, inputs, initial)

  test('gives the output of PyTorch, to 1e-12', () => {
    expect(largestDifference(trace.output.data, output)).toBeLessThan(1e-12)
  })

  test('has every state and gate that the reference holds, to 1e-12', () => {
    const [layer] = trace.layers
    for (const [vector, expected] of Object.entries(vectors)) {
      expect(largestDifference(layer?.forward[vector]?.data ?? [], expected), vector).toBeLessThan(1e-12)
    }
    if (name.startsWith('lstm_l1')) expect(Object.keys(vectors).sort()).toEqual(['c', 'f', 'g', 'i', 'o'])
    if (name.startsWith('gru_l1')) expect(Object.keys(vectors).sort()).toEqual(['n', 'r', 'z'])
  })
})

test('every file of forward passes is used', () => {
  const files = globSync('{rnn,lstm,gru}_*_h5.json', { cwd: join(import.meta.dirname, '../reference') })
  expect(files.map((file) => basename(file, '.json')).sort()).toEqual([...forwardPasses].sort())
})

function largestDifference(found: ArrayLike<number>, expected: readonly number[]): number {
  expect(found.length).toBe(expected.length)
  return expected.reduce((most, value, index) => Math.max(most, Math.abs(value - (found[index] ?? Number.NaN))), 0)
}
