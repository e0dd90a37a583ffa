import { readFileSync } from 'node:fs'
import { type Load, readingOptions } from '../attachments.ts'
import { networkError } from '../network/network-error.ts'
import { read } from '../network/reading.ts'
import { transcript } from '../network/transcript.ts'
import { fileBytes } from '../readable-file.ts'
import { type ReadingSpec, readingSpec } from '../spec.ts'
import type { Command } from './command.ts'
import { json } from './json.ts'
import { usageError } from './usage-error.ts'

/** Prints everything that a network computes while it reads. */
export const trace: Command = {
  summary: 'prints everything a network computes while it reads, as JSON',
  flags: {
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
  },
  notes: `The JSON is
  { symbols, alphabet, parameters: { weight_ih_l0: { shape, data }, … },
    layers: [ { forward: { h: T×H, … }, backward? }, … ], output: T×(D·H), logits? }
with every number at full precision, names and gate order as in PyTorch (LSTM: i f g o c h, GRU: r z n h).
An initial state, h or c, is a number, a list of one for each unit, or layers·directions lists.`,
  run: (values) => json(transcript(read(optionsOf(values)))),
}

function optionsOf(values: Readonly<Record<string, string | true>>) {
  const result = readingSpec.safeParse(written(values))
  if (result.success) return readingOptions(result.data as ReadingSpec, load)
  const [issue] = result.error.issues
  throw networkError(`\`${String(issue?.path[0] ?? '')}\` ${issue?.message ?? 'is wrong'}.`)
}

const numeric = new Set(['hidden', 'layers', 'seed'])

/** The options as an article would have them: numbers as numbers, states as lists. */
function written({ 'no-bias': unbiased, ...values }: Readonly<Record<string, string | true>>): object {
  const entries = Object.entries(values).map(([name, value]) => {
    if (numeric.has(name) && typeof value === 'string' && value.trim() !== '') {
      return [name, Number.isNaN(Number(value)) ? value : Number(value)]
    }
    return [name, name === 'initial' ? statesIn(String(value)) : value]
  })
  return { ...Object.fromEntries(entries), ...(unbiased ? { bias: false } : {}) }
}

function statesIn(text: string): unknown {
  const source = text.trim().startsWith('{') ? text : fileText(text)
  try {
    return JSON.parse(source)
  } catch (error) {
    throw usageError(`--initial is not JSON: ${(error as Error).message}.`)
  }
}

function fileText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    const hint = 'Write the states themselves, such as \'{"h": 0.5}\', or the name of a file that holds them.'
    throw usageError(`--initial names the file ${JSON.stringify(path)}, which cannot be read.`, hint)
  }
}

const load: Load = (path, option) => fileBytes(path, path, option)
