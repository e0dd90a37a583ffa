import { createHash, hash } from 'node:crypto'
import type { Parameters } from './network/parameters.ts'

/** SHA-256 of all parameters' bytes in order: what `hashlib.sha256` gives for PyTorch's, in float32. */
export function weightsHash(parameters: Parameters): string {
  const all = createHash('sha256')
  for (const { data } of Object.values(parameters)) {
    all.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
  }
  return all.digest('hex')
}

/** SHA-256 of a text in UTF-8. */
export function textHash(text: string): string {
  return hash('sha256', text)
}

/** SHA-256 of bytes. */
export function bytesHash(bytes: Uint8Array): string {
  return hash('sha256', bytes)
}
