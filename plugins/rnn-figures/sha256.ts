/** SHA-256 of the arrays' bytes one after another, little-endian: what `hashlib.sha256` gives for PyTorch's weights. */
export async function sha256(arrays: readonly Float32Array[]): Promise<string> {
  const all = new Float32Array(arrays.reduce((length, array) => length + array.length, 0))
  let filled = 0
  for (const array of arrays) {
    all.set(array, filled)
    filled += array.length
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', all))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
