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

/** The matrices side by side: rows × (sum of columns). All have the same number of rows. */
export function beside(matrices: readonly Matrix[]): Matrix {
  const rows = matrices[0]?.rows ?? 0
  const columns = matrices.reduce((sum, matrix) => sum + matrix.columns, 0)
  const data = new Float64Array(rows * columns)
  let left = 0
  for (const matrix of matrices) {
    for (let r = 0; r < rows; r++) data.set(row(matrix, r), r * columns + left)
    left += matrix.columns
  }
  return { rows, columns, data }
}

/** Rows in reverse order. */
export function reversed(matrix: Matrix): Matrix {
  const data = new Float64Array(matrix.data.length)
  for (let r = 0; r < matrix.rows; r++) data.set(row(matrix, matrix.rows - 1 - r), r * matrix.columns)
  return { ...matrix, data }
}
