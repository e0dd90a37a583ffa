/** Numbers in rows, stored row after row: entry (r, c) is `data[r * columns + c]`. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly data: Float64Array
}

/** A matrix of zeros. */
export function zeros(rows: number, columns: number): Matrix {
  return { rows, columns, data: new Float64Array(rows * columns) }
}

/** One row as a view (no copy). */
export function row({ columns, data }: Matrix, index: number): Float64Array {
  return data.subarray(index * columns, (index + 1) * columns)
}

/** The matrices side by side: rows × (sum of columns). All have the same number of rows; a single one is not copied. */
export function beside(matrices: readonly Matrix[]): Matrix {
  const [first, ...others] = matrices
  if (first && others.length === 0) return first
  const rows = first?.rows ?? 0
  const columns = matrices.reduce((sum, matrix) => sum + matrix.columns, 0)
  const data = new Float64Array(rows * columns)
  let left = 0
  for (const matrix of matrices) {
    for (let r = 0; r < rows; r++) data.set(row(matrix, r), r * columns + left)
    left += matrix.columns
  }
  return { rows, columns, data }
}

/** Rows of equal length as a matrix. */
export function matrixOf(lists: readonly (readonly number[])[]): Matrix {
  const columns = lists[0]?.length ?? 0
  return { rows: lists.length, columns, data: Float64Array.from(lists.flat()) }
}
