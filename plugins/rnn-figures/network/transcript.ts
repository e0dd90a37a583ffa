import { type Matrix, row } from './matrix.ts'
import type { Parameter } from './parameters.ts'
import type { Reading } from './reading.ts'
import type { Vectors } from './run.ts'

/** Numbers in rows, as nested lists. */
export type Rows = readonly (readonly number[])[]

/** A parameter as plain lists, row after row. */
export interface PlainParameter {
  readonly shape: readonly number[]
  readonly data: readonly number[]
}

/** A reading as plain lists and nothing else, ready for JSON. */
export interface Transcript {
  /** Empty where real vectors are read, as is `alphabet`. */
  readonly symbols: readonly string[]
  readonly alphabet: readonly string[]
  /** Under PyTorch's names, in `state_dict` order. */
  readonly parameters: Readonly<Record<string, PlainParameter>>
  /** Every vector of every layer and direction: T × H. */
  readonly layers: readonly {
    readonly forward: Readonly<Record<string, Rows>>
    readonly backward?: Readonly<Record<string, Rows>>
  }[]
  /** T × (D · H). */
  readonly output: Rows
  /** T × classes, where the weights have a read-out. */
  readonly logits?: Rows
}

/** Everything that a reading holds, as `rnn-figures trace` prints it. */
export function transcript({ symbols, alphabet, network, trace }: Reading): Transcript {
  return {
    symbols,
    alphabet,
    parameters: mapped(network.parameters, plain),
    layers: trace.layers.map(({ forward, backward }) => ({
      forward: vectors(forward),
      ...(backward ? { backward: vectors(backward) } : {}),
    })),
    output: rows(trace.output),
    ...(trace.logits ? { logits: rows(trace.logits) } : {}),
  }
}

function vectors(all: Vectors): Readonly<Record<string, Rows>> {
  return mapped(all, rows)
}

function rows(matrix: Matrix): Rows {
  return Array.from({ length: matrix.rows }, (_, index) => Array.from(row(matrix, index)))
}

function plain({ shape, data }: Parameter): PlainParameter {
  return { shape, data: Array.from(data) }
}

function mapped<From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]))
}
