import { ramps } from './ramp.ts'
import type { Cells, RampName } from './scene.ts'

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
  const found = strokes(cells, overX)
  const paths: { readonly level: number; readonly d: string }[] = []
  for (const level of weakestFirst[cells.ramp]) {
    const d = found.get(level)
    if (d !== undefined) paths.push({ level, d })
  }
  return { thickness: cells.cellHeight + 2 * overY, paths }
}

const weakestFirst = { signed: byStrength('signed'), gate: byStrength('gate') } satisfies Record<RampName, unknown>

function byStrength(ramp: RampName): readonly number[] {
  return ramps[ramp].levels.toSorted((a, b) => Math.abs(a) - Math.abs(b) || a - b)
}

/** The strokes of each level that occurs, one after another. */
function strokes(cells: Cells, overX: number): ReadonlyMap<number, string> {
  const start = remembered((column) => `M${short(cells.x + column * cells.stepX - overX)} `)
  const middle = remembered((row) => `${short(cells.y + row * cells.stepY + cells.cellHeight / 2)}h`)
  const length = remembered((count) => short((count - 1) * cells.stepX + cells.cellWidth + 2 * overX))
  const found = new Map<number, string>()
  for (const run of runs(cells)) {
    const stroke = start(run.start) + middle(run.row) + length(run.end - run.start)
    found.set(run.level, (found.get(run.level) ?? '') + stroke)
  }
  return found
}

/** The text for each column, row or length, written once however often it is asked for. */
function remembered(written: (index: number) => string): (index: number) => string {
  const texts: string[] = []
  return (index) => {
    texts[index] ??= written(index)
    return texts[index]
  }
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
  const touching = cellWidth >= stepX
  for (let first = 0, row = 0; first < levels.length; first += columns, row++) {
    for (let start = 0, end = 1; start < columns; start = end, end++) {
      const level = levels[first + start] ?? 0
      while (touching && end < columns && levels[first + end] === level) end++
      found.push({ level, row, start, end })
    }
  }
  return found
}

/** A coordinate to a hundredth of a pixel, without needless digits. */
export function short(value: number): string {
  if (Number.isInteger(value)) return String(value)
  const hundredths = Math.round(value * 100)
  const size = Math.abs(hundredths)
  return `${hundredths < 0 ? '-' : ''}${Math.floor(size / 100)}${fractions[size % 100]}`
}

/** What stands behind the whole number: nothing, `.01`, `.02`, … */
const fractions = Array.from({ length: 100 }, (_, hundredths) => String(hundredths / 100).slice(1))
