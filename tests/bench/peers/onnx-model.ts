import type { CellName } from '../../../plugins/rnn-figures/network/cells.ts'
import type { Network } from '../../../plugins/rnn-figures/network/network.ts'
import { parametersOf } from './answer.ts'

/** The operator, and the order in which ONNX stacks the blocks of rows that PyTorch stacks as 0, 1, 2, …. */
const operators: Readonly<Record<CellName, { readonly type: string; readonly blocks: readonly number[] }>> = {
  rnn: { type: 'RNN', blocks: [0] },
  lstm: { type: 'LSTM', blocks: [0, 3, 1, 2] },
  gru: { type: 'GRU', blocks: [1, 0, 2] },
}

/**
 * An ONNX file that holds a network of one layer: X (T × 1 × inputs) → Y (T × 1 × 1 × H), in float32.
 *
 * Source of the field numbers: `onnx.proto`, IR version 8; of the operators: ONNX operator set 14.
 */
export function onnxModel(network: Network, steps: number): Uint8Array {
  const { cell, inputs, hidden } = network
  const { type, blocks } = operators[cell]
  const { weightIh, weightHh, biasIh, biasHh } = parametersOf(network)
  const rows = blocks.length * hidden
  const restacked = (data: Float32Array): Buffer => {
    const size = data.length / blocks.length
    return Buffer.concat(blocks.map((block) => bytes(data.subarray(block * size, (block + 1) * size))))
  }
  const node = message(
    ...['X', 'W', 'R', 'B'].map((name) => field(1, name)),
    field(2, 'Y'),
    field(4, type),
    attribute('hidden_size', hidden),
    ...(cell === 'gru' ? [attribute('linear_before_reset', 1)] : []),
  )
  const graph = message(
    field(1, node),
    field(2, 'network'),
    tensor('W', [1, rows, inputs], restacked(weightIh)),
    tensor('R', [1, rows, hidden], restacked(weightHh)),
    tensor('B', [1, 2 * rows], Buffer.concat([restacked(biasIh), restacked(biasHh)])),
    field(11, described('X', [steps, 1, inputs])),
    field(12, described('Y', [steps, 1, 1, hidden])),
  )
  return message(field(1, 8), field(7, graph), field(8, message(field(1, ''), field(2, 14))))
}

const float = 1

function attribute(name: string, value: number): Buffer {
  return field(5, message(field(1, name), field(3, value), field(20, 2)))
}

function tensor(name: string, shape: readonly number[], data: Buffer): Buffer {
  return field(5, message(...shape.map((size) => field(1, size)), field(2, float), field(8, name), field(9, data)))
}

function described(name: string, shape: readonly number[]): Buffer {
  const sizes = message(...shape.map((size) => field(1, message(field(1, size)))))
  return message(field(1, name), field(2, message(field(1, message(field(1, float), field(2, sizes))))))
}

/** A protobuf message is its fields in a row. */
function message(...fields: readonly Buffer[]): Buffer {
  return Buffer.concat(fields)
}

/** A number as a varint; text, bytes and messages behind their length. */
function field(tag: number, value: number | string | Buffer): Buffer {
  if (typeof value === 'number') return Buffer.concat([varint(tag * 8), varint(value)])
  const content = Buffer.from(value)
  return Buffer.concat([varint(tag * 8 + 2), varint(content.length), content])
}

function varint(value: number): Buffer {
  return value < 128
    ? Buffer.of(value)
    : Buffer.concat([Buffer.of((value % 128) + 128), varint(Math.floor(value / 128))])
}

function bytes({ buffer, byteOffset, byteLength }: Float32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}
