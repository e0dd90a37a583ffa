/**
 * A stretch of steps as `data-steps` has it: see `Stretch` in `scene/scene.ts`. The last two numbers are there where
 * values stand.
 */
export type Stretch = readonly [
  first: number,
  count: number,
  x: number,
  pitch: number,
  width: number,
  y: number,
  height: number,
  from?: number,
  rows?: number,
]

/** The stretches of a drawing. */
export function stretchesOf(svg: SVGElement): readonly Stretch[] {
  return JSON.parse(svg.dataset.steps as string)
}

/** A rectangle in SVG's path language. */
export function box(x: number, y: number, width: number, height: number): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`
}
