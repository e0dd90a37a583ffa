import { text } from 'node:stream/consumers'
import type { CellName } from '../../../plugins/rnn-figures/network/cells.ts'
import { type Network, seededNetwork } from '../../../plugins/rnn-figures/network/network.ts'

/** One sequence to read: `indices` are the places of its symbols in an alphabet of `inputs`. */
export interface Task {
  readonly cell: CellName
  readonly inputs: number
  readonly hidden: number
  readonly seed: number
  readonly indices: readonly number[]
}

/** What a program that takes part reads from its standard input. */
export interface Question {
  readonly tasks: readonly Task[]
  /** How long each task is repeated while it is measured. */
  readonly seconds: number
}

/** What it writes as the last line of its standard output: one answer for each task. */
export interface Answers {
  /** Its version, and what else a reader must know about it. */
  readonly version: string
  readonly answers: readonly Answer[]
}

export interface Answer {
  /** The mean time of one reading. */
  readonly nanoseconds: number
  /** T × H, the hidden states: doubles as base64. */
  readonly output: string
}

/** Reads the sequence once and gives the hidden states, T × H. */
export type Reading = () => Hidden | Promise<Hidden>

type Hidden = Float32Array | Float64Array

/** Answers the question on the standard input; `prepare` does whatever is not measured. */
export async function answer(
  version: string,
  prepare: (network: Network, indices: Int32Array) => Reading | Promise<Reading>,
): Promise<void> {
  const { tasks, seconds }: Question = JSON.parse(await text(process.stdin))
  const answers: Answer[] = []
  for (const { indices, seed, ...shape } of tasks) {
    const reading = await prepare(seededNetwork(shape, seed), Int32Array.from(indices))
    const output = encoded(await reading())
    await meanTime(reading, indices.length, seconds / 3)
    answers.push({ nanoseconds: await meanTime(reading, indices.length, seconds), output })
  }
  console.log(`\n${JSON.stringify({ version, answers } satisfies Answers)}`)
}

/** Nanoseconds of one reading; the clock is asked after every thousand steps. */
async function meanTime(reading: Reading, steps: number, seconds: number): Promise<number> {
  const batch = Math.ceil(1000 / steps)
  const started = performance.now()
  for (let readings = batch; ; readings += batch) {
    for (let k = 0; k < batch; k++) {
      const hidden = reading()
      if (hidden instanceof Promise) await hidden
    }
    const milliseconds = performance.now() - started
    if (milliseconds >= 1000 * seconds) return (1e6 * milliseconds) / readings
  }
}

function encoded(hidden: Hidden): string {
  return Buffer.from(Float64Array.from(hidden).buffer).toString('base64')
}

/** The T × `columns` matrix with a 1 in column `indices[t]` of row t, written out. */
export function oneHotRows(indices: Int32Array, columns: number): Float32Array {
  const rows = new Float32Array(indices.length * columns)
  indices.forEach((index, t) => {
    rows[t * columns + index] = 1
  })
  return rows
}

/** The four parameters of a network of one layer in one direction. */
export function parametersOf({ parameters }: Network) {
  const data = (name: string): Float32Array => Float32Array.from(parameters[`${name}_l0`]?.data ?? [])
  return {
    weightIh: data('weight_ih'),
    weightHh: data('weight_hh'),
    biasIh: data('bias_ih'),
    biasHh: data('bias_hh'),
  }
}
