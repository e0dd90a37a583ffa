import { affine } from '../../network/affine.ts'
import type * as full from '../../network/product.ts'

/** A page's policy may forbid WebAssembly, and what a page computes is short. */
export const products: typeof full.products = (operands) =>
  operands.map(([weight, bias]) => {
    const out = new Float64Array(weight.shape[0] ?? 0)
    return { out, of: (from, start) => affine(weight, from, start, bias, out) }
  })
