/** `product.wat`, assembled. */
export const assembled =
  'AGFzbQEAAAABCgFgBn9/f39/fwADAgEABQMBAAEHEwIGbWVtb3J5AgAGYWZmaW5lAAAK5AEB4QECA38FeyACIAFBA3RqIQYgBCAFQQN0aiEHA0AgA/0ABAAhCiAD/QAEECELIAP9AAQgIQwgA/0ABDAhDSACIQgDQCAI/QoDACEJIAogAP0ABAAgCf3yAf3wASEKIAsgAP0ABBAgCf3yAf3wASELIAwgAP0ABCAgCf3yAf3wASEMIA0gAP0ABDAgCf3yAf3wASENIABBwABqIQAgCEEIaiEIIAggBkkNAAsgBCAK/QsEACAEIAv9CwQQIAQgDP0LBCAgBCAN/QsEMCADQcAAaiEDIARBwABqIQQgBCAHSQ0ACws='

/** Products in WebAssembly: `affine` takes addresses in bytes, and its operands lie in `memory`. */
export interface Simd {
  readonly memory: WebAssembly.Memory
  readonly affine: (weight: number, columns: number, from: number, bias: number, out: number, rows: number) => void
}

/** The one instance; nothing where an engine or a page's policy forbids it. */
export const simd: Simd | undefined = instance()

function instance(): Simd | undefined {
  try {
    const code = Uint8Array.from(atob(assembled), (character) => character.charCodeAt(0))
    return new WebAssembly.Instance(new WebAssembly.Module(code)).exports as unknown as Simd
  } catch {
    return undefined
  }
}
