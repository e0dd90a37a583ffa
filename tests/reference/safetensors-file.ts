/** A safetensors file with float64 tensors, written by hand from the format's description. */
export function safetensorsFile(
  tensors: Readonly<Record<string, { readonly shape: readonly number[]; readonly data: ArrayLike<number> }>>,
): Uint8Array {
  let end = 0
  const header: Record<string, unknown> = {}
  for (const [name, { shape, data }] of Object.entries(tensors)) {
    header[name] = { dtype: 'F64', shape, data_offsets: [end, end + 8 * data.length] }
    end += 8 * data.length
  }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const file = new DataView(new ArrayBuffer(8 + text.length + end))
  file.setBigUint64(0, BigInt(text.length), true)
  new Uint8Array(file.buffer).set(text, 8)
  let at = 8 + text.length
  for (const { data } of Object.values(tensors)) {
    for (const value of Array.from(data)) {
      file.setFloat64(at, value, true)
      at += 8
    }
  }
  return new Uint8Array(file.buffer)
}
