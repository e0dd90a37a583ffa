import type { CellSettings } from '../cell.ts'
import { type CellName, cellOf, cells } from '../cells.ts'
import { shapeOf } from '../network.ts'
import { networkError } from '../network-error.ts'
import type { Shape } from '../shape.ts'
import { quoted, quotedValue, weightsError } from './weights-error.ts'
import type { Tensors } from './weights-tensor.ts'

/** A parameter's name after the prefix. */
const parameterName = /^(weight|bias)_(ih|hh|hr)_l(0|[1-9]\d*)(_reverse)?$/

interface NameParts {
  readonly kind: string
  readonly matrix: string
  readonly layer: string
  readonly reversed: boolean
}

const cellNames = Object.keys(cells) as readonly CellName[]

/**
 * The shape that the names under a prefix tell, and the sizes of the first layer. Whether every parameter is there and
 * fits remains to be checked; a missing layer counts as the last one.
 */
export function shapeIn(tensors: Tensors, prefix: string, nonlinearity: CellSettings['nonlinearity']): Shape {
  const parts = partsUnder(tensors, prefix)
  checkNoProjection(parts, prefix)
  const [rows, inputs] = sides(tensors, `${prefix}weight_ih_l0`)
  const [, hidden] = sides(tensors, `${prefix}weight_hh_l0`)
  const cell = cellWith(rows, hidden, prefix)
  checkTakes(cell, nonlinearity)
  return shapeOf({
    cell,
    nonlinearity,
    inputs,
    hidden,
    layers: new Set(parts.map(({ layer }) => layer)).size,
    bidirectional: parts.some(({ reversed }) => reversed),
    bias: parts.some(({ kind }) => kind === 'bias'),
  })
}

function partsUnder(tensors: Tensors, prefix: string): readonly NameParts[] {
  return [...tensors.keys()].flatMap((name) => {
    if (!name.startsWith(prefix)) return []
    const [found, kind = '', matrix = '', layer = '', reverse] = parameterName.exec(name.slice(prefix.length)) ?? []
    return found === undefined ? [] : [{ kind, matrix, layer, reversed: reverse !== undefined }]
  })
}

function checkNoProjection(parts: readonly NameParts[], prefix: string): void {
  const projection = parts.find(({ matrix }) => matrix === 'hr')
  if (!projection) return
  const name = quoted(`${prefix}weight_hr_l${projection.layer}`)
  throw weightsError(`The weights have ${name}; networks with proj_size are not supported.`)
}

/** Rows and columns, at least one of each. */
function sides(tensors: Tensors, name: string): readonly [rows: number, columns: number] {
  const shape = tensors.get(name)?.shape
  if (!shape) throw weightsError(`The weights lack ${quoted(name)}.`)
  const [rows = 0, columns = 0] = shape
  if (shape.length === 2 && rows > 0 && columns > 0) return [rows, columns]
  throw weightsError(
    `Tensor ${quoted(name)} must have rows and columns, at least 1 × 1; its shape is ${quotedValue(shape)}.`,
  )
}

function cellWith(rows: number, hidden: number, prefix: string): CellName {
  const known = cellNames.map((cell) => ({ cell, blocks: cellOf({ cell }).blocks }))
  const found = known.find(({ blocks }) => blocks * hidden === rows)
  if (found) return found.cell
  const allowed = known.map(({ cell, blocks }) => `${blocks * hidden} (${cell})`).join(', ')
  throw weightsError(
    `Tensor ${quoted(`${prefix}weight_ih_l0`)} has ${rows} rows; with the ${hidden} columns of ${quoted(`${prefix}weight_hh_l0`)} it must be one of ${allowed}.`,
  )
}

function checkTakes(cell: CellName, nonlinearity: CellSettings['nonlinearity']): void {
  const takes = (name: CellName): boolean => 'nonlinearity' in cellOf({ cell: name }).settings
  if (nonlinearity === undefined || takes(cell)) return
  const message = `\`nonlinearity\` is not for ${cellOf({ cell }).network}, which the weights hold; only ${cellNames.filter(takes).join(', ')} takes it.`
  throw networkError(message, { option: 'nonlinearity' })
}
