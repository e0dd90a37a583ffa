/** Bytes as a URL that holds them. */
export function dataUri(type: string, bytes: Uint8Array): string {
  const pieces = Array.from({ length: Math.ceil(bytes.length / 0x6000) }, (_, index) =>
    btoa(String.fromCharCode(...bytes.subarray(index * 0x6000, (index + 1) * 0x6000))),
  )
  // Every piece but the last is a multiple of three bytes long, so none of them is padded.
  return `data:${type};base64,${pieces.join('')}`
}
