import type { Cell, CellSettings } from './cell.ts'
import { elman } from './elman.ts'
import { gru } from './gru.ts'
import { lstm } from './lstm.ts'

/** Every cell, under the name that authors write. */
export const cells = {
  rnn: elman,
  lstm,
  gru,
} satisfies Readonly<Record<string, (settings: CellSettings) => Cell>>

export type CellName = keyof typeof cells

/** The cell of a network. */
export function cellOf({ cell, ...settings }: CellSettings & { readonly cell: CellName }): Cell {
  return cells[cell](settings)
}
