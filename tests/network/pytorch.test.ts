import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type CellName, cells } from '../../plugins/rnn-figures/network/cells.ts'
import { row } from '../../plugins/rnn-figures/network/matrix.ts'
import { seededNetwork } from '../../plugins/rnn-figures/network/network.ts'
import { run } from '../../plugins/rnn-figures/network/run.ts'
import { oneHot, symbolsOf } from '../../plugins/rnn-figures/network/sequence.ts'
import reference from '../reference/seed-parity.json' with { type: 'json' }

type Nonlinearity = 'tanh' | 'relu'

const cases = reference.cases
  .map((expected) => {
    const [cell = '', nonlinearity = 'tanh'] = expected.cell.split('_')
    return { ...expected, cell: cell as CellName, nonlinearity: nonlinearity as Nonlinearity }
  })
  .filter(({ cell }) => cell in cells)

test('the reference holds cases for every cell', () => {
  expect(new Set(cases.map(({ cell }) => cell))).toEqual(new Set(Object.keys(cells)))
  expect(cases.length).toBeGreaterThanOrEqual(6)
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
