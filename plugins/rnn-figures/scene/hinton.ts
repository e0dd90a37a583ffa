import { short } from './cell-paths.ts'
import { steps } from './ramp.ts'
import type { Cells, Mark, Path } from './scene.ts'

/**
 * Cells without colour: squares whose area is the value's magnitude, filled where it is positive and open where it is
 * negative. Source: Hinton & Shallice (1991).
 */
export function hinton(marks: readonly Mark[]): readonly Mark[] {
  return marks.flatMap<Mark>((mark) => (mark.kind === 'cells' ? squares(mark) : [mark]))
}

const line = 0.75

function squares(cells: Cells): readonly Path[] {
  const side = Math.min(cells.cellWidth, cells.cellHeight) * 0.92
  const found = cells.levels.map((level, index) => ({ level, d: square(cells, index, side, level) }))
  const drawn = (shown: (level: number) => boolean): string =>
    found.flatMap(({ level, d }) => (shown(level) ? [d] : [])).join('')
  const [filled, open] = [drawn((level) => level > 0), drawn((level) => level < 0)]
  return [
    ...(filled === '' ? [] : [{ kind: 'path', d: filled, paint: 'ink', fill: true, values: true } as const]),
    ...(open === ''
      ? []
      : [{ kind: 'path', d: open, paint: 'ink', width: Math.min(line, side / 4), values: true } as const]),
  ]
}

/** In the middle of its cell; the line of an open one lies inside its area. */
function square(cells: Cells, index: number, side: number, level: number): string {
  const inset = level < 0 ? Math.min(line, side / 4) : 0
  const size = Math.max(side * Math.sqrt(Math.abs(level) / steps) - inset, 0.1)
  const x = cells.x + (index % cells.columns) * cells.stepX + (cells.cellWidth - size) / 2
  const y = cells.y + Math.floor(index / cells.columns) * cells.stepY + (cells.cellHeight - size) / 2
  return `M${short(x)} ${short(y)}h${short(size)}v${short(size)}h-${short(size)}z`
}
