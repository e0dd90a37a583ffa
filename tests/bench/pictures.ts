import { row } from '../../lib/network/matrix.js'
import { read } from '../../lib/network/reading.js'
import { mersenneTwister } from '../../plugins/rnn-figures/network/mersenne-twister.ts'
import type { Picture } from './peers/drawing.ts'

/** The heatmaps that are drawn: the hidden states of a small network, and of a larger one that reads chance letters. */
export const pictures = {
  '16 units × 11 steps': picture('abracadabra', [1, 5, 10, 15, 16], { width: 50, height: 17 }),
  '64 units × 200 steps': picture(letters(200), [1, 10, 20, 30, 40, 50, 64], { width: 14, height: 4 }),
} satisfies Readonly<Record<string, Picture>>

export type PictureName = keyof typeof pictures

function picture(seq: string, units: readonly number[], cell: Picture['cell']): Picture {
  const options = { seq, hidden: units.at(-1) ?? 0, seed: 7 }
  const { symbols, trace } = read(options)
  const states = trace.layers[0]?.forward?.h
  if (!states) throw new Error('The network has no hidden states.')
  const values = symbols.map((_, t) => Array.from(row(states, t)))
  return { options, labels: symbols, units, values, cell }
}

function letters(count: number): string {
  const next = mersenneTwister(1)
  return Array.from({ length: count }, () => String.fromCharCode(97 + (next() % 26))).join('')
}
