import type { CellSettings } from './cell.ts'
import { type CellName, cellOf } from './cells.ts'
import { initialStates, type WrittenInitialStates } from './initial.ts'
import type { Inputs } from './inputs.ts'
import { type Matrix, matrixOf } from './matrix.ts'
import { type Network, seededNetwork } from './network.ts'
import { networkError } from './network-error.ts'
import { run, type Trace } from './run.ts'
import { distinct, firstOutside, oneHot, symbolsOf, wordsOf } from './sequence.ts'
import type { Weights } from './weights/weights.ts'

/** What a network reads: symbols, or real vectors. */
export interface Read {
  /** The symbols in order; empty for real vectors. */
  readonly symbols: readonly string[]
  /** The symbols that the network knows, in the order of its inputs; empty for real vectors. */
  readonly alphabet: readonly string[]
  /** The vectors, T × inputs, where there are no symbols, and what each step and each entry is called, if anything. */
  readonly series?: Series
}

/** Real vectors, T × inputs. */
export interface Series {
  readonly values: Matrix
  readonly labels?: readonly string[]
  readonly names?: readonly string[]
}

/** Where a network's weights come from. */
export type Origin = { readonly seed: number } | { readonly weights: Weights }

/** A network that is about to read something. */
export interface Prepared extends Read {
  readonly inputs: Inputs
  readonly network: Network
  readonly origin: Origin
  readonly initial: WrittenInitialStates
}

/** A network, what it read, and everything it computed while reading. */
export interface Reading extends Prepared {
  readonly trace: Trace
}

/** What decides a reading. Exactly one of `seq` and `values` is given; `weights` decide the shape where they are given. */
export interface ReadingOptions extends CellSettings {
  /** A text, read symbol by symbol (graphemes), or a list of words. */
  readonly seq?: string | readonly string[] | undefined
  /** Reads a text word by word; words are what stands between blanks. */
  readonly words?: boolean | undefined
  /** The symbols the network knows, each once. Default: the weight file's, or those of `seq` by code point. */
  readonly alphabet?: string | readonly string[] | undefined
  /** T × inputs real numbers; a plain list of numbers is T × 1. */
  readonly values?: Series | readonly number[] | readonly (readonly number[])[] | undefined
  readonly cell?: CellName | undefined
  readonly hidden?: number | undefined
  readonly layers?: number | undefined
  readonly bidirectional?: boolean | undefined
  readonly bias?: boolean | undefined
  readonly seed?: number | undefined
  readonly weights?: Weights | undefined
  readonly initial?: WrittenInitialStates | undefined
}

/** What holds where nothing else is said. */
export const defaults = {
  cell: 'rnn',
  hidden: 16,
  layers: 1,
  bidirectional: false,
  bias: true,
  seed: 0,
  words: false,
} as const

/** Lets the network read once. Throws a `NetworkError` where the options do not fit together. */
export function read(options: ReadingOptions): Reading {
  return readPrepared(prepared(options))
}

/** What will be read and by which network: everything but the run, so that sizes can be checked before it. */
export function prepared(options: ReadingOptions): Prepared {
  const what = whatIsRead(options)
  const inputs = what.series?.values ?? oneHot(what.symbols, what.alphabet)
  const { network, origin } = networkFor(options, what)
  return { ...what, inputs, network, origin, initial: options.initial ?? {} }
}

/** Runs what is prepared. */
export function readPrepared(what: Prepared): Reading {
  const trace = run(what.network, what.inputs, initialStates(what.network, what.initial))
  if (!trace.output.data.every(Number.isFinite)) {
    const step = Math.floor(trace.output.data.findIndex((value) => !Number.isFinite(value)) / trace.output.columns) + 1
    throw networkError(`The hidden state grows beyond every number at step ${step}.`, {
      hint: 'A ReLU network can do that; take smaller weights, fewer steps, or tanh.',
    })
  }
  return { ...what, trace }
}

function whatIsRead(options: ReadingOptions): Read {
  const { seq, words, values } = options
  if (values !== undefined) {
    if (seq !== undefined)
      throw networkError('Both `seq` and `values` are given; a network reads one of them.', { option: 'values' })
    return { symbols: [], alphabet: [], series: seriesOf(values) }
  }
  if (seq === undefined) throw networkError('There is nothing to read: give `seq` or `values`.', { option: 'seq' })
  const symbols = words && typeof seq === 'string' ? wordsOf(seq) : symbolsOf(seq)
  if (symbols.length === 0) throw networkError('`seq` has no symbol.', { option: 'seq' })
  const alphabet = alphabetFor(options, symbols)
  const outside = firstOutside(symbols, alphabet)
  if (outside < 0) return { symbols, alphabet }
  const message = `\`seq\` has the symbol ${JSON.stringify(symbols[outside])} at position ${outside + 1}, which is not in the alphabet.`
  throw networkError(message, { option: 'seq', hint: `The alphabet is ${quotedList(alphabet)}.` })
}

function alphabetFor({ alphabet, words, weights }: ReadingOptions, symbols: readonly string[]): readonly string[] {
  if (alphabet === undefined) return weights?.alphabet ?? distinct(symbols)
  const known = words && typeof alphabet === 'string' ? wordsOf(alphabet) : symbolsOf(alphabet)
  if (new Set(known).size === known.length) return known
  const twice = known.find((symbol, index) => known.indexOf(symbol) !== index)
  throw networkError(`\`alphabet\` has ${JSON.stringify(twice)} twice; each symbol stands in it once.`, {
    option: 'alphabet',
  })
}

function quotedList(alphabet: readonly string[]): string {
  const shown = distinct(alphabet)
    .slice(0, 40)
    .map((symbol) => JSON.stringify(symbol))
  return [...shown, ...(alphabet.length > 40 ? ['…'] : [])].join(', ')
}

function seriesOf(values: NonNullable<ReadingOptions['values']>): Series {
  if (!Array.isArray(values)) return checkedSeries(values as Series)
  const lists = (values as readonly (number | readonly number[])[]).map((entry) =>
    typeof entry === 'number' ? [entry] : entry,
  )
  const odd = lists.findIndex((list) => list.length !== lists[0]?.length)
  if (odd >= 0) {
    const message = `\`values\` has ${lists[odd]?.length} numbers at step ${odd + 1} and ${lists[0]?.length} at step 1; every step has as many.`
    throw networkError(message, { option: 'values' })
  }
  return checkedSeries({ values: matrixOf(lists) })
}

function checkedSeries(series: Series): Series {
  const { rows, columns, data } = series.values
  if (rows === 0 || columns === 0) throw networkError('`values` has no number.', { option: 'values' })
  const odd = data.findIndex((value) => !Number.isFinite(value))
  if (odd < 0) return series
  const message = `\`values\` has ${data[odd]} at step ${Math.floor(odd / columns) + 1}; every entry is a finite number.`
  throw networkError(message, { option: 'values' })
}

function networkFor(options: ReadingOptions, { alphabet, series }: Read): Pick<Prepared, 'network' | 'origin'> {
  const entries = series?.values.columns ?? alphabet.length
  const { weights, seed = defaults.seed, cell = defaults.cell, hidden = defaults.hidden } = options
  if (weights) return { network: loaded(weights, options, entries, series !== undefined), origin: { weights } }
  const { nonlinearity, layers, bidirectional, bias } = options
  if (nonlinearity !== undefined && cellOf({ cell }).settings.nonlinearity === undefined) {
    throw networkError(`\`nonlinearity\` is for cell "rnn"; ${cellOf({ cell }).network} has its own.`, {
      option: 'nonlinearity',
    })
  }
  const shape = { cell, nonlinearity, inputs: entries, hidden, ...given({ layers, bidirectional, bias }) }
  return { network: seededNetwork(shape, seed), origin: { seed } }
}

/** The entries that are not undefined. */
function given<Options extends object>(options: Options): { [K in keyof Options]?: NonNullable<Options[K]> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as ReturnType<
    typeof given<Options>
  >
}

/** What the file says, after checking that nothing written contradicts it. */
function loaded({ network }: Weights, options: ReadingOptions, entries: number, real: boolean): Network {
  for (const option of ['cell', 'hidden', 'layers', 'bidirectional', 'bias'] as const) {
    const written = options[option]
    if (written === undefined || written === network[option]) continue
    const message = `\`${option}\` is ${network[option]} in the weight file, not ${written}.`
    throw networkError(message, { option, hint: 'The file decides it: leave the option out.' })
  }
  if (options.seed !== undefined) {
    throw networkError('`seed` draws weights, and `weights` loads them: give one of the two.', { option: 'seed' })
  }
  if (real && network.embedding) {
    throw networkError('The weight file has an embedding, which takes symbols, not `values`.', { option: 'values' })
  }
  const wanted = network.embedding?.shape[0] ?? network.inputs
  if (entries === wanted) return network
  const [what, option, hint] = real
    ? [`\`values\` has ${entries} numbers a step`, 'values', undefined]
    : [
        `The alphabet has ${entries} symbols`,
        'alphabet',
        `Give an \`alphabet\` of ${wanted}, in the order of the training.`,
      ]
  throw networkError(`${what}, but the network of the weight file takes ${wanted}.`, {
    option,
    ...(hint ? { hint } : {}),
  })
}
