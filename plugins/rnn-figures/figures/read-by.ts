import type { Direction } from '../network/shape.ts'
import type { Stretch } from '../scene/scene.ts'

type Columns = Pick<Stretch, 'first' | 'count' | 'x' | 'pitch' | 'width'>

/** Columns of a sequence of `steps` in the order in which a direction reads them. */
export function readBy(direction: Direction, columns: Columns, steps: number): Columns {
  if (direction === 'forward') return columns
  const { first, count, x, pitch, width } = columns
  return { first: steps - first - count, count, x: x + (count - 1) * pitch, pitch: -pitch, width }
}
