import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dataTable } from '../../plugins/rnn-figures/figures/data-table.ts'
import { heatmap } from '../../plugins/rnn-figures/figures/heatmap.ts'
import { python } from '../../plugins/rnn-figures/figures/python.ts'
import { similarityOrder } from '../../plugins/rnn-figures/figures/row-order.ts'
import { choice, selection } from '../../plugins/rnn-figures/figures/selection.ts'
import { unrolled } from '../../plugins/rnn-figures/figures/unrolled.ts'
import { read } from '../../plugins/rnn-figures/network/reading.ts'
import { weightsIn } from '../../plugins/rnn-figures/network/weights/weights.ts'
import { table } from '../../plugins/rnn-figures/output/table.ts'
import type { Cells, Scene } from '../../plugins/rnn-figures/scene/scene.ts'
import reference from '../reference/seed-parity.json' with { type: 'json' }

const [torch] = reference.cases.filter(({ cell, layers, seed }) => cell === 'rnn_tanh' && layers === 1 && seed === 7)
const options = { seq: 'abracadabra', cell: 'rnn', nonlinearity: 'tanh', hidden: 4, seed: 7 } as const
const reading = read(options)
const shown = selection(reading, choice(reading.network, {}))
const level = (value: number) => Math.round(20 * value) + 0

/** The levels of a scene's states, without its legend. */
const levels = ({ marks }: Scene) =>
  marks
    .filter((mark): mark is Cells => mark.kind === 'cells')
    .slice(0, -1)
    .map((cells) => cells.levels)

describe('what is drawn is what PyTorch computes', () => {
  const output = torch?.output ?? []
  const expected = [0, 1, 2, 3].flatMap((unit) => output.map((values) => level(values[unit] ?? Number.NaN)))

  test('in the heatmap', () => {
    expect(output).toHaveLength(11)
    expect(levels(heatmap.draw(reading, shown, { order: 'index' }, 680))).toEqual([expected])
  })

  test('in the strips of the unrolled network', () => {
    expect(levels(unrolled.draw(reading, shown, {}, 680))).toEqual([expected])
  })

  test('in the table', () => {
    const html = table(dataTable(reading, shown))
    const numbers = [...html.matchAll(/<td>(−?\d\.\d{3})<\/td>/g)].map(([, number]) => number)
    expect(numbers).toEqual(output.flat().map((value) => value.toFixed(3).replace('-', '−')))
    expect([...html.matchAll(/<td>([a-z])<\/td>/g)].map(([, symbol]) => symbol).join('')).toBe('abracadabra')
  })
})

describe('what is drawn of a bidirectional LSTM stack is what PyTorch computes', () => {
  const [deep] = reference.cases.filter(({ cell, layers }) => cell === 'lstm' && layers === 2)
  const { output = [], hidden = 0 } = deep ?? {}
  const options = {
    seq: 'abracadabra',
    cell: 'lstm',
    layers: 2,
    bidirectional: true,
    hidden,
    seed: deep?.seed ?? 0,
  } as const
  const stack = read(options)
  const half = (first: number) =>
    Array.from({ length: hidden }, (_, unit) =>
      output.map((values) => level(values[first + unit] ?? Number.NaN)),
    ).flat()
  const [forward, backward] = [half(0), half(hidden)]

  test('in the heatmap, forward above backward', () => {
    const both = selection(stack, choice(stack.network, {}))
    expect(levels(heatmap.draw(stack, both, { order: 'index' }, 680))).toEqual([forward, backward])
    const one = selection(stack, choice(stack.network, { direction: 'backward' }))
    expect(levels(heatmap.draw(stack, one, { order: 'index' }, 680))).toEqual([backward])
  })

  test('in the upper strips of the unrolled stack, each over the cells of its direction', () => {
    const { marks } = unrolled.draw(stack, selection(stack, choice(stack.network, {})), {}, 680)
    const cells = marks.filter((mark): mark is Cells => mark.kind === 'cells').slice(0, -1)
    const highest = Math.min(...cells.map(({ y }) => y))
    const upper = cells.filter(({ y }) => y === highest).toSorted((a, b) => a.x - b.x)
    expect(cells).toHaveLength(4)
    expect(upper.map((mark) => mark.levels)).toEqual([forward, backward])
  })

  test('and a gate is drawn from 0 to 1', () => {
    const gate = selection(stack, choice(stack.network, { vector: 'f', layer: 1, direction: 'forward' }))
    const { marks } = heatmap.draw(stack, gate, { order: 'index' }, 680)
    const [drawn] = marks.filter((mark): mark is Cells => mark.kind === 'cells')
    const { data = [] } = stack.trace.layers[0]?.forward.f ?? {}
    expect(drawn?.ramp).toBe('gate')
    expect(drawn?.levels).toEqual(
      Array.from({ length: hidden }, (_, unit) =>
        output.map((_, t) => level(data[t * hidden + unit] ?? Number.NaN)),
      ).flat(),
    )
  })
})

describe('the order by similarity', () => {
  const states = read({ ...options, hidden: 24 }).trace.output
  const distance = (a: number, b: number) =>
    Math.hypot(
      ...Array.from({ length: states.rows }, (_, t) => (states.data[t * 24 + a] ?? 0) - (states.data[t * 24 + b] ?? 0)),
    )
  const length = (order: readonly number[]) =>
    order.slice(1).reduce((sum, unit, index) => sum + distance(order[index] ?? 0, unit), 0)
  const index = Array.from({ length: 24 }, (_, unit) => unit)

  test('has every unit once', () => {
    expect(similarityOrder(states).toSorted((a, b) => a - b)).toEqual(index)
  })

  test('puts similar units side by side: no exchange of two makes the path shorter', () => {
    const order = similarityOrder(states)
    expect(length(order)).toBeLessThan(0.7 * length(index))
    for (const a of index) {
      for (const b of index.slice(a + 1)) {
        const reversed = [...order.slice(0, a), ...order.slice(a, b + 1).reverse(), ...order.slice(b + 1)]
        expect(length(reversed)).toBeGreaterThan(length(order) - 1e-9)
      }
    }
  })
})

test('the Python text holds any symbol', () => {
  const odd = read({ ...options, seq: ['a', '"\\', '\n', '👩‍🔬'], nonlinearity: 'relu', hidden: 3 })
  expect(python(odd, choice(odd.network, {}))).toBe(
    [
      'import torch',
      'torch.manual_seed(7)',
      "net = torch.nn.RNN(4, 3, nonlinearity='relu').double()",
      'seq, alphabet = ["a", "\\"\\\\", "\\n", "👩‍🔬"], ["\\n", "\\"\\\\", "a", "👩‍🔬"]',
      'x = torch.eye(len(alphabet)).double()[[alphabet.index(symbol) for symbol in seq]]',
      'print(net(x)[0])',
    ].join('\n'),
  )
})

test('the Python text gives initial states, layers, directions and real numbers as PyTorch takes them', () => {
  const deep = read({
    ...{ values: [0.1, -2], cell: 'lstm', hidden: 2, layers: 2, bidirectional: true, bias: false },
    ...{ seed: 3, initial: { c: [0.5, 1] } },
  })
  const row = '[0.5, 1]'
  expect(python(deep, choice(deep.network, { vector: 'c' }))).toBe(
    [
      'import torch',
      'torch.manual_seed(3)',
      'net = torch.nn.LSTM(1, 2, num_layers=2, bidirectional=True, bias=False).double()',
      'x = torch.tensor([[0.1], [-2]], dtype=torch.double)',
      `initial = (torch.zeros(4, 2).double(), torch.tensor([${[row, row, row, row].join(', ')}], dtype=torch.double))`,
      '# PyTorch gives the hidden state of the last layer; the figure looks further inside.',
      'print(net(x, initial)[0])',
    ].join('\n'),
  )
})

test('the Python text of loaded weights names the file, the prefix and the embedding', () => {
  const bytes = readFileSync(join(import.meta.dirname, '../reference/lstm-embedding.safetensors'))
  const loaded = read({ seq: 'abra', weights: weightsIn(bytes) })
  expect(python(loaded, choice(loaded.network, {}), 'names.safetensors')).toBe(
    [
      'import torch',
      'from safetensors.torch import load_file',
      'weights = load_file("names.safetensors")',
      'net = torch.nn.LSTM(6, 6).double()',
      "names = ['weight_ih_l0', 'weight_hh_l0', 'bias_ih_l0', 'bias_hh_l0']",
      'net.load_state_dict({name: weights["rnn." + name] for name in names})',
      'seq, alphabet = "abra", "abcdr"',
      'x = weights["encoder.weight"].double()[[alphabet.index(symbol) for symbol in seq]]',
      'print(net(x)[0])',
    ].join('\n'),
  )
})
