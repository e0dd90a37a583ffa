import type { Scene } from '../scene/scene.ts'
import { type About, type SvgOptions, svg } from './svg.ts'

/** Width in px of the drawing for desks: the text column of Astro's own blog. */
export const wide = 680
// The narrowest telephone's with 12 px to spare.
const narrow = 300

/** How the drawings of a page are written; `paletteClass` is what a style sheet knows the palette by. */
export interface PageStyle extends Pick<SvgOptions, 'palette' | 'addressOf' | 'replay'> {
  readonly paletteClass: string
}

/** SVG markup of the layouts: one for every page, or a wide one and a narrow one. */
export function pageDrawings(
  draw: (width: number) => Scene,
  about: About,
  { paletteClass, ...style }: PageStyle,
): readonly string[] {
  const named = (layout: string): string => ['rnn-svg', layout, paletteClass].filter((name) => name !== '').join(' ')
  const scene = draw(wide)
  if (scene.width <= narrow) return [svg(scene, about, { ...style, className: named('') })]
  const { title, description } = about
  return [
    svg(scene, about, { ...style, className: named('rnn-wide') }),
    svg(draw(narrow), { title, description }, { ...style, className: named('rnn-narrow'), hidden: true }),
  ]
}
