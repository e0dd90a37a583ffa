import { cellOf } from './cells.ts'
import { initialStates, type WrittenInitialStates } from './initial.ts'
import type { Inputs } from './inputs.ts'
import type { Network } from './network.ts'
import { networkError } from './network-error.ts'
import { networkFor, type Origin } from './origin.ts'
import type { ReadingOptions } from './reading-options.ts'
import { directionsOf, run, type Trace } from './run.ts'
import { oneHot } from './sequence.ts'
import { type Series, seriesOf } from './series.ts'
import { type Symbols, symbolsFor } from './symbols.ts'

/** What a network reads: symbols, or real vectors, and then there are no symbols. */
export interface Read extends Symbols {
  readonly series?: Series
}

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

/** Lets the network read once. Throws a `NetworkError` where the options do not fit together. */
export function read(options: ReadingOptions): Reading {
  return readPrepared(prepared(options))
}

/** What will be read and by which network: everything but the run, so that sizes can be checked before it. */
export function prepared(options: ReadingOptions): Prepared {
  const what = whatIsRead(options)
  const inputs = what.series?.values ?? oneHot(what.symbols, what.alphabet)
  const { network, origin } = networkFor(options, inputs.columns, what.series !== undefined)
  return { ...what, inputs, network, origin, initial: options.initial ?? {} }
}

/** Runs what is prepared. */
export function readPrepared(what: Prepared): Reading {
  const trace = run(what.network, what.inputs, initialStates(what.network, what.initial))
  checkFinite(what.network, trace)
  return { ...what, trace }
}

/** Throws a `NetworkError` where a value has grown beyond every number. */
function checkFinite(network: Network, { layers, logits }: Trace): void {
  const all = layers.flatMap((layer, index) =>
    directionsOf(layer).flatMap((vectors) =>
      Object.entries(vectors).map(([name, matrix]) => [`The values of ${name} in layer ${index + 1}`, matrix] as const),
    ),
  )
  for (const [name, { columns, data }] of logits ? [...all, ['The logits', logits] as const] : all) {
    const odd = data.findIndex((value) => !Number.isFinite(value))
    if (odd < 0) continue
    const unbounded = cellOf(network).vectors.h.maximum === Number.POSITIVE_INFINITY
    throw networkError(`${name} grow beyond every number at step ${Math.floor(odd / columns) + 1}.`, {
      ...(unbounded ? { hint: 'A ReLU network can do that; take smaller weights, fewer steps, or tanh.' } : {}),
    })
  }
}

function whatIsRead(options: ReadingOptions): Read {
  const { seq, values } = options
  if (values === undefined) return symbolsFor(options)
  if (seq !== undefined) {
    throw networkError('Both `seq` and `values` are given; a network reads one of them.', { option: 'values' })
  }
  for (const option of ['alphabet', 'words'] as const) {
    if (options[option] === undefined) continue
    throw networkError(`\`${option}\` is for symbols, but \`values\` gives numbers to read.`, { option })
  }
  return { symbols: [], alphabet: [], series: seriesOf(values) }
}
