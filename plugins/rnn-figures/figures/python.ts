import { cellOf } from '../network/cells.ts'
import { initialStates } from '../network/initial.ts'
import { type Matrix, row } from '../network/matrix.ts'
import type { Network } from '../network/network.ts'
import type { Reading } from '../network/reading.ts'
import { directions } from '../network/shape.ts'
import type { Weights } from '../network/weights/weights.ts'
import type { Choice } from './selection.ts'

/**
 * A Python program that runs the figure's network in PyTorch, which gives the hidden state of the last layer; `file`
 * names the weights' file.
 */
export function python(reading: Reading, chosen: Choice, file = 'model.safetensors'): string {
  const { network, origin, initial } = reading
  const states = Object.keys(initial).length > 0
  return [
    'import torch',
    ...('seed' in origin ? seeded(network, origin.seed) : loaded(network, origin.weights, file)),
    ...inputs(reading),
    ...(states ? initials(reading) : []),
    ...(isOutput(network, chosen)
      ? []
      : ['# PyTorch gives the hidden state of the last layer; the figure looks further inside.']),
    `print(net(x${states ? ', initial' : ''})[0])`,
  ].join('\n')
}

/** True where the figure shows what PyTorch returns. */
function isOutput(network: Network, { name, layer, directions: shown }: Choice): boolean {
  return name === 'h' && layer === network.layers - 1 && shown.length === directions(network).length
}

/** `torch.nn.LSTM(5, 16, num_layers=2, bidirectional=True).double()` */
function module(network: Network): string {
  const { module, options } = cellOf(network).torch
  const { inputs, hidden, layers, bidirectional, bias } = network
  const sizes = [
    inputs,
    hidden,
    ...(layers > 1 ? [`num_layers=${layers}`] : []),
    ...(bidirectional ? ['bidirectional=True'] : []),
    ...(bias ? [] : ['bias=False']),
    ...options,
  ]
  return `torch.nn.${module}(${sizes.join(', ')}).double()`
}

function seeded(network: Network, seed: number): readonly string[] {
  return [`torch.manual_seed(${seed})`, `net = ${module(network)}`]
}

function loaded(network: Network, { prefix }: Weights, file: string): readonly string[] {
  const own = Object.keys(network.parameters).map((name) => `'${name}'`)
  return [
    'from safetensors.torch import load_file',
    `weights = load_file(${literal(file)})`,
    `net = ${module(network)}`,
    `names = [${own.join(', ')}]`,
    `net.load_state_dict({name: weights[${prefix === '' ? 'name' : `${literal(prefix)} + name`}] for name in names})`,
  ]
}

function inputs({ symbols, alphabet, series, origin }: Reading): readonly string[] {
  if (series) return seriesInputs(series.values)
  const embedding = 'weights' in origin ? origin.weights.embeddingName : undefined
  const vectors = embedding === undefined ? 'torch.eye(len(alphabet))' : `weights[${literal(`${embedding}.weight`)}]`
  return [
    `seq, alphabet = ${sequence(symbols)}, ${sequence(alphabet)}`,
    `x = ${vectors}.double()[[alphabet.index(symbol) for symbol in seq]]`,
  ]
}

/** A tensor for a cell with one state, a pair for a cell with two. */
function initials({ network, initial }: Reading): readonly string[] {
  const states = initialStates(network, initial)
  const shape = `torch.zeros(${Object.values(states)[0]?.rows}, ${network.hidden})`
  const tensors = cellOf(network).states.map((name) => {
    const state = states[name]
    return state ? `torch.tensor(${rows(state)}, dtype=torch.double)` : `${shape}.double()`
  })
  return [`initial = ${tensors.length === 1 ? tensors[0] : `(${tensors.join(', ')})`}`]
}

const mostNumbers = 2000

/** The numbers themselves, or a place for them where they would fill pages. */
function seriesInputs(values: Matrix): readonly string[] {
  const { rows: steps, columns } = values
  if (steps * columns <= mostNumbers) return [`x = torch.tensor(${rows(values)}, dtype=torch.double)`]
  return [
    `values = ...  # the ${steps} × ${columns} numbers that are read`,
    'x = torch.tensor(values, dtype=torch.double)',
  ]
}

function rows(matrix: Matrix): string {
  const lists = Array.from({ length: matrix.rows }, (_, index) => `[${Array.from(row(matrix, index)).join(', ')}]`)
  return `[${lists.join(', ')}]`
}

/** A Python text where each symbol is one code point, otherwise a list of texts. */
function sequence(symbols: readonly string[]): string {
  const single = symbols.every((symbol) => Array.from(symbol).length === 1)
  return single ? literal(symbols.join('')) : `[${symbols.map(literal).join(', ')}]`
}

/** JSON's escapes are Python's; what JSON leaves bare beyond ASCII, Python reads as it stands. */
function literal(text: string): string {
  return JSON.stringify(text)
}
