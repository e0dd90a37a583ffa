import type { CellSettings } from './cell.ts'
import type { CellName } from './cells.ts'

/** The sizes of a network: `inputs` entries in x_t, `hidden` units a layer and direction. */
export interface Shape extends CellSettings {
  readonly cell: CellName
  readonly inputs: number
  readonly hidden: number
  readonly layers: number
  readonly bidirectional: boolean
  /** False where there is no `bias_ih` and `bias_hh`. */
  readonly bias: boolean
}

/** Which way a layer reads the sequence. */
export type Direction = 'forward' | 'backward'

/** The directions a layer is read in, in PyTorch's order. */
export function directions({ bidirectional }: Pick<Shape, 'bidirectional'>): readonly Direction[] {
  return bidirectional ? ['forward', 'backward'] : ['forward']
}
