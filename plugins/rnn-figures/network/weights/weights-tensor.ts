import type { Parameter } from '../parameters.ts'
import { floatTypes, type Tensor } from './safetensors.ts'
import { quoted, quotedValue, weightsError } from './weights-error.ts'

/** The tensors of a file under their full names. */
export type Tensors = ReadonlyMap<string, Tensor>

/** A parameter of a known shape; a `NetworkError` where it is missing, of another shape or type, or not finite. */
export function parameterIn(tensors: Tensors, name: string, shape: readonly number[]): Parameter {
  const tensor = tensors.get(name)
  if (!tensor) throw weightsError(`The weights lack ${quoted(name)}, which must be of shape ${quotedValue(shape)}.`)
  if (!isOfShape(tensor, shape)) {
    const both = `${quotedValue(shape)}, not ${quotedValue(tensor.shape)}`
    throw weightsError(`Tensor ${quoted(name)} must be of shape ${both}.`)
  }
  if (!isFloat(tensor)) {
    throw weightsError(`Tensor ${quoted(name)} must be one of ${floatTypes.join(', ')}, not ${tensor.dtype}.`)
  }
  const data = tensor.values()
  const odd = data.findIndex((value) => !Number.isFinite(value))
  if (odd >= 0) {
    throw weightsError(`Tensor ${quoted(name)} must hold finite numbers, but entry ${odd} (from 0) is ${data[odd]}.`)
  }
  return { shape, data }
}

/** True where a parameter can have a tensor's type. */
export function isFloat({ dtype }: Tensor): boolean {
  return floatTypes.includes(dtype)
}

function isOfShape(tensor: Tensor, shape: readonly number[]): boolean {
  return tensor.shape.length === shape.length && shape.every((size, axis) => tensor.shape[axis] === size)
}
