import type { Mark } from '../scene/scene.ts'

const head = 5

/** A light arrow from (x1, y1) to (x2, y2), level or upright. */
export function arrow(x1: number, y1: number, x2: number, y2: number): readonly Mark[] {
  return [
    { kind: 'path', d: `M${x1} ${y1}L${x2} ${y2}`, paint: 'faint' },
    arrowhead(x2, y2, Math.sign(x2 - x1), Math.sign(y2 - y1)),
  ]
}

/** The tip at (x, y) of a line that runs in direction (dx, dy), of length 1 along an axis. */
export function arrowhead(x: number, y: number, dx: number, dy: number): Mark {
  const [backX, backY] = [x - dx * head, y - dy * head]
  const [sideX, sideY] = [dy * 2.4, dx * 2.4]
  const d = `M${x} ${y}L${backX + sideX} ${backY + sideY}L${backX - sideX} ${backY - sideY}z`
  return { kind: 'path', d, paint: 'faint', fill: true }
}
