import type { Cells } from './scene.ts'

/** Cells as horizontal strokes, all `thickness` px wide: one path a level, weakest level first. */
export interface CellPaths {
  readonly thickness: number
  readonly paths: readonly { readonly level: number; readonly d: string }[]
}

/**
 * The cells of one level share a path, so that a figure has at most as many paths as its ramp has levels.
 *
 * Rectangles that only meet leave white seams in print, so where cells touch each is drawn up to half a pixel larger
 * on every side. A stroke is half as long to write as a rectangle.
 */
export function cellPaths(cells: Cells): CellPaths {
  const [overX, overY] = [overlap(cells.cellWidth, cells.stepX), overlap(cells.cellHeight, cells.stepY)]
  const found = new Map<number, string[]>()
  for (const { level, row, start, end } of runs(cells)) {
    const x = cells.x + start * cells.stepX - overX
    const y = cells.y + row * cells.stepY + cells.cellHeight / 2
    const length = (end - start - 1) * cells.stepX + cells.cellWidth + 2 * overX
    const strokes = found.get(level) ?? []
    if (strokes.length === 0) found.set(level, strokes)
    strokes.push(`M${short(x)} ${short(y)}h${short(length)}`)
  }
  const paths = [...found.entries()]
    .sort(([a], [b]) => Math.abs(a) - Math.abs(b) || a - b)
    .map(([level, strokes]) => ({ level, d: strokes.join('') }))
  return { thickness: cells.cellHeight + 2 * overY, paths }
}

function overlap(size: number, step: number): number {
  return size < step ? 0 : Math.min(0.5, size / 8)
}

/** Touching neighbours of one level in one row: columns [start, end). */
interface LevelRun {
  readonly level: number
  readonly row: number
  readonly start: number
  readonly end: number
}

function runs({ levels, columns, cellWidth, stepX }: Cells): readonly LevelRun[] {
  const found: LevelRun[] = []
  let start = 0
  levels.forEach((level, index) => {
    const last = (index + 1) % columns === 0
    if (!last && cellWidth >= stepX && levels[index + 1] === level) return
    const row = Math.floor(index / columns)
    found.push({ level, row, start: start - row * columns, end: index + 1 - row * columns })
    start = index + 1
  })
  return found
}

/** A coordinate to a hundredth of a pixel, without needless digits. */
export function short(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Math.round(value * 100) / 100 + 0)
}
