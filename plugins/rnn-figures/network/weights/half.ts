/** The number that 16 bits stand for as F16: 5 bits of exponent, 10 of fraction. Source: IEEE 754 binary16. */
export function fromF16(bits: number): number {
  return decoded(bits, 10)
}

/** The number that 16 bits stand for as BF16, the upper half of a float32: 8 bits of exponent, 7 of fraction. */
export function fromBF16(bits: number): number {
  return decoded(bits, 7)
}

/** Every such number is a float32, so nothing is rounded. */
function decoded(bits: number, fractionBits: number): number {
  const highest = (1 << (15 - fractionBits)) - 1
  const exponent = (bits >> fractionBits) & highest
  const fraction = (bits & ((1 << fractionBits) - 1)) / (1 << fractionBits)
  const sign = bits & 0x8000 ? -1 : 1
  const bias = highest >> 1
  if (exponent === highest) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN
  if (exponent === 0) return sign * fraction * 2 ** (1 - bias)
  return sign * (1 + fraction) * 2 ** (exponent - bias)
}
