import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { read } from '../../plugins/rnn-figures/network/reading.ts'
import { transcript } from '../../plugins/rnn-figures/network/transcript.ts'
import { written } from './written.ts'

const seq = 'abracadabra'

describe('the data of a figure', () => {
  test('come with it whatever its formats are', async () => {
    expect((await written({ seq, formats: [] })).formats).toEqual(['csv', 'json'])
    expect((await written({ seq, formats: ['pdf', 'pdf'] })).formats).toEqual(['pdf', 'csv', 'json'])
    expect((await written({ seq })).formats).toEqual(['svg', 'png', 'csv', 'json'])
  })

  test.each([
    ['rnn', 'h', 0, 'forward', {}],
    ['lstm', 'c', 0, 'forward', { vector: 'c', bias: false }],
    ['gru', 'z', 0, 'forward', { vector: 'z', layers: 2, layer: 1 }],
    ['gru', 'h', 1, 'forward', { layers: 2 }],
    ['gru', 'h', 0, 'backward', { bidirectional: true, direction: 'backward' }],
  ] as const)(
    'of cell %s are its %s (layer %d, %s) to the last digit',
    async (cell, vector, layer, direction, options) => {
      const files = await written({ seq, hidden: 5, seed: 7, cell, formats: [], ...options })
      const { layers } = transcript(read({ seq, hidden: 5, seed: 7, cell, ...options }))
      const expected = layers[layer]?.[direction]?.[vector] ?? []
      expect(expected).toHaveLength(11)
      const [head, ...lines] = parse(files.bytes('csv')) as string[][]
      expect(head).toEqual(['step', 'symbol', ...[1, 2, 3, 4, 5].map((unit) => `unit ${unit}`)])
      expect(lines.map(([step, symbol]) => [step, symbol])).toEqual(
        Array.from(seq, (letter, t) => [String(t + 1), letter]),
      )
      expect(lines.map((fields) => fields.slice(2).map(Number))).toEqual(expected)
      const parsed = JSON.parse(files.text('json'))
      expect(parsed.steps.map(({ values }: { values: number[] }) => values)).toEqual(expected)
      expect(parsed.steps.map(({ step, symbol }: { step: number; symbol: string }) => [step, symbol])).toEqual(
        Array.from(seq, (letter, t) => [t + 1, letter]),
      )
    },
  )

  test('say what they are', async () => {
    const parsed = JSON.parse((await written({ seq, hidden: 5, seed: 7, cell: 'lstm' })).text('json'))
    expect(parsed).toMatchObject({
      title: expect.stringContaining('LSTM'),
      description: expect.stringContaining('with seed 7'),
      cell: 'lstm',
      hidden: 5,
      alphabet: ['a', 'b', 'c', 'd', 'r'],
      weights: { seed: 7, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      units: ['unit 1', 'unit 2', 'unit 3', 'unit 4', 'unit 5'],
    })
    const other = JSON.parse((await written({ seq, hidden: 5, seed: 8, cell: 'lstm' })).text('json'))
    expect(other.weights.sha256).not.toBe(parsed.weights.sha256)
  })

  test('hold any symbol', async () => {
    const symbols = ['"', ',', '\n', '\r\n', 'é', '漢', '', ' ', '</script>', '\u2028', '=1+1'].filter(
      (each) => each !== '',
    )
    const files = await written({ seq: symbols, hidden: 2, formats: [] })
    const lines = parse(files.bytes('csv'), { relax_column_count: false }) as string[][]
    expect(lines.slice(1).map(([, symbol]) => symbol)).toEqual(symbols)
    expect(JSON.parse(files.text('json')).steps.map(({ symbol }: { symbol: string }) => symbol)).toEqual(symbols)
  })

  test('hold numbers that are read, too', async () => {
    const parsed = JSON.parse((await written({ values: 'river.csv', cell: 'lstm', hidden: 3 })).text('json'))
    expect(parsed.steps).toHaveLength(60)
    expect(parsed.steps[0]).toMatchObject({ step: 1, input: expect.stringContaining('2026-01-01') })
  })
})
