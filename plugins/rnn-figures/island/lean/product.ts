import type * as full from '../../network/product.ts'

/** A page's policy may forbid WebAssembly, and what a page computes is short: row after row, with the same sums. */
export const products: typeof full.products = (operands) =>
  operands.map(([{ shape, data }, bias]) => {
    const [rows = 0, columns = 0] = shape
    const out = new Float64Array(rows)
    return {
      out,
      of(from, start) {
        for (let r = 0; r < rows; r++) {
          let sum = bias?.data[r] ?? 0
          for (let c = 0; c < columns; c++) sum += (data[r * columns + c] as number) * (from[start + c] as number)
          out[r] = sum
        }
      },
    }
  })
