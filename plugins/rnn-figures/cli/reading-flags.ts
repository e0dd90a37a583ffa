import type { Flags } from './flags.ts'

/** What decides what is read, and by which network. */
export const readingFlags: Flags = {
  seq: { takes: 'a text', help: 'what the network reads, symbol by symbol' },
  words: { help: 'reads the text word by word' },
  values: {
    takes: 'a CSV file',
    help: 'real numbers to read instead: a line for each step, a column for each input',
  },
  alphabet: { takes: 'a text', help: 'the symbols the network knows; default: those of --seq, by code point' },
  cell: { takes: 'a name', help: 'rnn, lstm or gru; default: rnn' },
  nonlinearity: { takes: 'a name', help: 'tanh or relu, for cell rnn; default: tanh' },
  hidden: { takes: 'a number', help: 'hidden units of each layer and direction; default: 16' },
  layers: { takes: 'a number', help: 'layers, each reading the output of the one before; default: 1' },
  bidirectional: { help: 'reads the sequence from both ends' },
  'no-bias': { help: 'leaves the biases out' },
  initial: { takes: 'JSON or a JSON file', help: 'states before the first step, such as {"h": 0.5}; default: 0' },
  seed: { takes: 'a number', help: 'the weights are those of torch.manual_seed(number); default: 0' },
  weights: { takes: 'a safetensors file', help: 'the weights, instead of a seed; they decide cell and sizes' },
  prefix: { takes: 'a text', help: 'which network of the weight file, such as encoder.' },
}
