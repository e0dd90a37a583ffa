import { cellOf } from '../network/cells.ts'
import type { Reading } from '../network/reading.ts'

/** A Python program that computes the figure's numbers with PyTorch. */
export function python({ symbols, alphabet, network, seed }: Reading): string {
  const { module, options } = cellOf(network).torch
  return [
    'import torch',
    `torch.manual_seed(${seed})`,
    `net = torch.nn.${module}(${[network.inputs, network.hidden, ...options].join(', ')}).double()`,
    `seq, alphabet = ${sequence(symbols)}, ${sequence(alphabet)}`,
    'x = [alphabet.index(symbol) for symbol in seq]',
    'print(net(torch.eye(len(alphabet)).double()[x])[0])',
  ].join('\n')
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
