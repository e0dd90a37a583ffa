import type { Cell } from './cell.ts'
import { elman } from './elman.ts'

/** Every cell, under the name PyTorch gives its mode in small letters. */
export const cells = {
  rnn_tanh: elman('tanh', Math.tanh, { minimum: -1, maximum: 1 }),
  rnn_relu: elman('ReLU', (sum) => Math.max(0, sum), { minimum: 0, maximum: Number.POSITIVE_INFINITY }),
} satisfies Readonly<Record<string, Cell>>

export type CellName = keyof typeof cells
