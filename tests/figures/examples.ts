import type { FigureOptions } from '../../plugins/rnn-figures/spec.ts'

const pangram = 'sphinx of black quartz, judge my vow. '

/** A slow wave and a faster one. */
const wave = Array.from({ length: 120 }, (_, t) => [Math.sin(t / 20) * 3, Math.sin(t / 3) + t / 60])

/** Every kind and every option of a figure, each as one picture in `tests/pictures`. */
export const examples: Readonly<Record<string, FigureOptions>> = {
  heatmap: { seq: 'abracadabra', seed: 7 },
  'heatmap-three-symbols': { seq: 'abc', seed: 7 },
  'heatmap-one-symbol-one-unit': { seq: 'a', hidden: 1 },
  'heatmap-order-similarity': { seq: 'abracadabra', seed: 7, order: 'similarity' },
  'heatmap-hidden-64': { seq: 'abracadabra', hidden: 64, seed: 7 },
  'heatmap-hidden-512': { seq: 'abracadabra', hidden: 512, seed: 7 },
  'heatmap-nonlinearity-relu': { seq: 'abracadabra', nonlinearity: 'relu', seed: 7 },
  'heatmap-alphabet': { seq: 'abracadabra', alphabet: 'abcdefghijklmnopqrstuvwxyz', seed: 7 },
  'heatmap-words': { seq: 'the cat sat on the mat because the cat was tired'.split(' '), hidden: 8, seed: 3 },
  'heatmap-thirty-symbols': { seq: pangram.slice(0, 30), seed: 7 },
  'heatmap-long': { seq: pangram.repeat(5), hidden: 24, seed: 7 },
  'heatmap-strange-symbols': {
    seq: [
      '<b>',
      ' ',
      '\t',
      '"&"',
      ']]>',
      '\ud800',
      'שלום',
      '👩‍🔬',
      '\u0301',
      '漢字',
      'a\u0301',
      'internationalization',
      '\u202e',
    ],
    hidden: 6,
  },
  'heatmap-gate': { seq: 'abracadabra', cell: 'lstm', vector: 'f', seed: 7 },
  'heatmap-cell-state': { seq: 'abracadabra', cell: 'lstm', vector: 'c', seed: 7, initial: { c: 0.5 }, bias: false },
  'heatmap-layer-direction': {
    ...{ seq: 'abracadabra', cell: 'gru', hidden: 8, layers: 3, bidirectional: true, seed: 7 },
    ...{ vector: 'z', layer: 2, direction: 'backward' },
  },
  'heatmap-both-directions': { seq: 'abracadabra', cell: 'lstm', bidirectional: true, seed: 7, order: 'similarity' },
  'heatmap-sentence': { seq: 'it was the best of times', words: true, hidden: 8, seed: 3 },
  'heatmap-values': { values: wave.map(([first = 0]) => first), cell: 'gru', seed: 7 },
  'heatmap-vectors': { values: wave.slice(0, 9), cell: 'gru', hidden: 8, seed: 7 },
  'heatmap-frames': {
    values: Array.from({ length: 60 }, (_, t) =>
      Array.from({ length: 13 }, (_, k) => 9 * Math.sin(t / 4 - k) * Math.cos(k / 3)),
    ),
    ...{ cell: 'gru', hidden: 10, seed: 7, bidirectional: true, order: 'similarity' },
  },
  'heatmap-dates': { values: 'river.csv', cell: 'lstm', hidden: 12, seed: 7 },
  'heatmap-weights': { seq: 'abracadabra', weights: 'lstm-embedding.safetensors', prefix: 'rnn.' },
  'heatmap-dense': { seq: pangram.repeat(18).slice(0, 640), hidden: 8, seed: 7 },
  'heatmap-picture': { seq: pangram.repeat(55).slice(0, 2000), hidden: 32, seed: 7, cell: 'lstm', vector: 'o' },
  'heatmap-palette-vivid': { seq: 'abracadabra', seed: 7, palette: 'vivid' },
  'heatmap-palette-cividis': { seq: 'abracadabra', cell: 'gru', vector: 'z', seed: 7, palette: 'cividis' },
  'heatmap-grey': { seq: 'abracadabra', seed: 7, grey: true },
  'heatmap-grey-gate': { seq: 'abracadabra', cell: 'lstm', vector: 'f', seed: 7, grey: true },
  unrolled: { kind: 'unrolled', seq: 'abracadabra', seed: 7 },
  'unrolled-palette-vivid': { kind: 'unrolled', seq: 'abra', seed: 7, palette: 'vivid' },
  'unrolled-grey': { kind: 'unrolled', seq: 'abracadabra', seed: 7, grey: true },
  'unrolled-three-symbols': { kind: 'unrolled', seq: 'abc', seed: 7 },
  'unrolled-one-symbol-one-unit': { kind: 'unrolled', seq: 'a', hidden: 1 },
  'unrolled-hidden-64': { kind: 'unrolled', seq: 'abracadabra', hidden: 64, seed: 7 },
  'unrolled-nonlinearity-relu': { kind: 'unrolled', seq: 'abracadabra', nonlinearity: 'relu', seed: 7 },
  'unrolled-alphabet': { kind: 'unrolled', seq: 'abra', alphabet: 'abcdefghijklmnopqrstuvwxyz', seed: 7 },
  'unrolled-words': { kind: 'unrolled', seq: 'the cat sat on the mat'.split(' '), hidden: 8, seed: 3 },
  'unrolled-wrapped': { kind: 'unrolled', seq: pangram.slice(0, 27), hidden: 8, seed: 7 },
  'unrolled-long': { kind: 'unrolled', seq: pangram.repeat(5), hidden: 8, seed: 7 },
  'unrolled-lstm': { kind: 'unrolled', seq: 'abracadabra', cell: 'lstm', seed: 7, bias: false, initial: { h: 0.5 } },
  'unrolled-gru-layers': { kind: 'unrolled', seq: 'abracadabra', cell: 'gru', layers: 3, hidden: 8, seed: 7 },
  'unrolled-bidirectional': { kind: 'unrolled', seq: 'abracadabra', bidirectional: true, hidden: 8, seed: 7 },
  'unrolled-bidirectional-stack': {
    ...{ kind: 'unrolled', seq: 'abracadabra', cell: 'lstm' },
    ...{ layers: 2, bidirectional: true, hidden: 8, seed: 7 },
  },
  'unrolled-bidirectional-long': {
    ...{ kind: 'unrolled', seq: pangram, cell: 'lstm', layers: 2, bidirectional: true, hidden: 8, seed: 7 },
  },
  'unrolled-sentence': { kind: 'unrolled', seq: 'it was the best of times', words: true, hidden: 8, seed: 3 },
  'unrolled-values': { kind: 'unrolled', values: wave.slice(0, 9).map(([first = 0]) => first), cell: 'gru', seed: 7 },
  'unrolled-weights': {
    ...{ kind: 'unrolled', seq: 'abra', weights: 'lstm-embedding.safetensors', prefix: 'rnn.' },
  },
}
