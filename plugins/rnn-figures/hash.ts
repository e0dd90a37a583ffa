import { createHash } from 'node:crypto'
import type { Parameters } from './network/parameters.ts'

/** SHA-256 of all parameters' bytes in order: what `hashlib.sha256` gives for PyTorch's, in float32. */
export function weightsHash(parameters: Parameters): string {
  const hash = createHash('sha256')
  for (const { data } of Object.values(parameters)) {
    hash.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
  }
  return hash.digest('hex')
}

/** SHA-256 of a text in UTF-8. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** SHA-256 of bytes. */
export function bytesHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
