import { initialStates, type WrittenInitialStates } from './initial.ts'
import type { Inputs } from './inputs.ts'
import type { Network } from './network.ts'
import { networkError } from './network-error.ts'
import { networkFor, type Origin } from './origin.ts'
import type { ReadingOptions } from './reading-options.ts'
import { run, type Trace } from './run.ts'
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
  if (!trace.output.data.every(Number.isFinite)) {
    const step = Math.floor(trace.output.data.findIndex((value) => !Number.isFinite(value)) / trace.output.columns) + 1
    throw networkError(`The hidden state grows beyond every number at step ${step}.`, {
      hint: 'A ReLU network can do that; take smaller weights, fewer steps, or tanh.',
    })
  }
  return { ...what, trace }
}

function whatIsRead(options: ReadingOptions): Read {
  const { seq, values } = options
  if (values === undefined) return symbolsFor(options)
  if (seq === undefined) return { symbols: [], alphabet: [], series: seriesOf(values) }
  throw networkError('Both `seq` and `values` are given; a network reads one of them.', { option: 'values' })
}
