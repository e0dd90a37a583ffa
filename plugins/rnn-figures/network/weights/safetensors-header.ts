import type { NetworkError } from '../network-error.ts'
import { quotedValue, weightsError } from './weights-error.ts'

const longest = 1_000_000

/** A safetensors file in two: its header as JSON says it, unchecked, and the bytes after it. */
export interface Parts {
  readonly header: Readonly<Record<string, unknown>>
  readonly data: Uint8Array
}

/** Cuts a file in two; a `NetworkError` where it is not of this format, is cut short, or its header is no JSON object. */
export function parts(bytes: Uint8Array): Parts {
  const end = 8 + headerLength(bytes)
  return { header: headerOf(bytes.subarray(8, end)), data: bytes.subarray(end) }
}

function headerLength(bytes: Uint8Array): number {
  if (isPickle(bytes)) {
    throw foreign('The weights are a pickle of PyTorch, not safetensors; a pickle may run code when it is loaded.')
  }
  if (bytes.length < 8) {
    throw foreign(
      `The weights are not safetensors: those begin with 8 bytes that give their header's length, but the file has only ${bytes.length}.`,
    )
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true)
  if (length < 1n || length > BigInt(longest)) {
    throw foreign(
      `The weights are not safetensors: their first 8 bytes give a header of ${length} bytes; allowed are 1 to ${longest}.`,
    )
  }
  if (8 + Number(length) > bytes.length) {
    throw weightsError(`The weights end too early: their header has ${length} bytes, but ${bytes.length - 8} follow.`)
  }
  return Number(length)
}

/** A zip archive, as PyTorch saves since 1.6, or a bare pickle. 80 02 00 … may begin a header's length, so the third. */
function isPickle([first, second, third, fourth]: Uint8Array): boolean {
  const zip = first === 0x50 && second === 0x4b && third === 3 && fourth === 4
  return zip || (first === 0x80 && (second ?? 0) >= 2 && (second ?? 0) <= 5 && (third ?? 0) > 0x0f)
}

function headerOf(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const header = parsed(textOf(bytes))
  if (!isObject(header)) {
    throw weightsError(`The header of the weights must be a JSON object of tensors, not ${quotedValue(header)}.`)
  }
  return header
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw weightsError('The header of the weights is not UTF-8.')
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw weightsError('The header of the weights is not JSON.')
  }
}

/** For files of another format: how to make one of this. */
function foreign(message: string): NetworkError {
  const call = "safetensors.torch.save_file(model.state_dict(), 'model.safetensors')"
  return weightsError(message, `Save the weights in Python: ${call}.`)
}

/** True for a JSON object, false for a list, a text, a number, true, false and null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
