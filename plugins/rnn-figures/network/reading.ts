import type { CellSettings } from './cell.ts'
import type { CellName } from './cells.ts'
import { type Network, seededNetwork } from './network.ts'
import { run, type Trace } from './run.ts'
import { distinct, oneHot, symbolsOf } from './sequence.ts'

/** A network, the symbols it read, and everything it computed while reading them. */
export interface Reading {
  readonly symbols: readonly string[]
  readonly alphabet: readonly string[]
  readonly seed: number
  readonly network: Network
  readonly trace: Trace
}

/** What decides a reading. Without an alphabet it is the sequence's distinct symbols, sorted by code point. */
export interface ReadingOptions extends CellSettings {
  readonly seq: string | readonly string[]
  readonly alphabet?: string | readonly string[] | undefined
  readonly cell: CellName
  readonly hidden: number
  readonly seed: number
}

/** Lets the seeded network read the sequence once. Every symbol is in the alphabet. */
export function read({ seq, alphabet, cell, nonlinearity, hidden, seed }: ReadingOptions): Reading {
  const symbols = symbolsOf(seq)
  const known = alphabet === undefined ? distinct(symbols) : symbolsOf(alphabet)
  const shape = { cell, nonlinearity, inputs: known.length, hidden, layers: 1, bidirectional: false }
  const network = seededNetwork(shape, seed)
  return { symbols, alphabet: known, seed, network, trace: run(network, oneHot(symbols, known)) }
}
