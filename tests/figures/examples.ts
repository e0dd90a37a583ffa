import type { FigureOptions } from '../../plugins/rnn-figures/spec.ts'

const pangram = 'sphinx of black quartz, judge my vow. '

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
  unrolled: { kind: 'unrolled', seq: 'abracadabra', seed: 7 },
  'unrolled-three-symbols': { kind: 'unrolled', seq: 'abc', seed: 7 },
  'unrolled-one-symbol-one-unit': { kind: 'unrolled', seq: 'a', hidden: 1 },
  'unrolled-hidden-64': { kind: 'unrolled', seq: 'abracadabra', hidden: 64, seed: 7 },
  'unrolled-nonlinearity-relu': { kind: 'unrolled', seq: 'abracadabra', nonlinearity: 'relu', seed: 7 },
  'unrolled-alphabet': { kind: 'unrolled', seq: 'abra', alphabet: 'abcdefghijklmnopqrstuvwxyz', seed: 7 },
  'unrolled-words': { kind: 'unrolled', seq: 'the cat sat on the mat'.split(' '), hidden: 8, seed: 3 },
  'unrolled-wrapped': { kind: 'unrolled', seq: pangram.slice(0, 27), hidden: 8, seed: 7 },
  'unrolled-long': { kind: 'unrolled', seq: pangram.repeat(5), hidden: 8, seed: 7 },
}
