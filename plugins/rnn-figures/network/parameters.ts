import { cellOf } from './cells.ts'
import { type Direction, directions, type Shape } from './shape.ts'

/** A learned array: `shape` is [rows] or [rows, columns], `data` is row after row. */
export interface Parameter {
  readonly shape: readonly number[]
  readonly data: Float32Array | Float64Array
}

/** Parameters under PyTorch's names (`weight_ih_l0`, `bias_hh_l1_reverse`, …), in `state_dict` order. */
export type Parameters = Readonly<Record<string, Parameter>>

/** The suffix of a parameter's name: `_l0`, `_l0_reverse`, … */
export function suffix(layer: number, direction: Direction): string {
  return `_l${layer}${direction === 'backward' ? '_reverse' : ''}`
}

/** Name and shape of every parameter, in the order in which PyTorch fills them. Source: `torch/nn/modules/rnn.py`. */
export function parameterShapes(network: Shape): readonly (readonly [name: string, shape: readonly number[]])[] {
  const { inputs, hidden, layers, bias } = network
  const rows = cellOf(network).blocks * hidden
  return Array.from({ length: layers }, (_, layer) => {
    const columns = layer === 0 ? inputs : hidden * directions(network).length
    return directions(network).flatMap((direction) => {
      const end = suffix(layer, direction)
      const weights = [
        [`weight_ih${end}`, [rows, columns]],
        [`weight_hh${end}`, [rows, hidden]],
      ] as const
      const biases = [
        [`bias_ih${end}`, [rows]],
        [`bias_hh${end}`, [rows]],
      ] as const
      return bias ? [...weights, ...biases] : weights
    })
  }).flat()
}
