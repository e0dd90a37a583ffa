import { cellPaths, short } from '../scene/cell-paths.ts'
import { joined } from '../scene/joined.ts'
import type { Cells, Mark, Path, Scene } from '../scene/scene.ts'
import { escaped } from './escaped.ts'
import { type Palette, palettes } from './palette.ts'
import { svgText, textDefaults } from './svg-text.ts'

/** What a picture says about itself: the text alternative, and facts for machines. */
export interface About {
  readonly title: string
  readonly description: string
  readonly metadata?: Readonly<Record<string, unknown>>
}

/** How a picture is written: classes of the root, colours, and whether it waits for a style sheet to show it. */
export interface SvgOptions {
  readonly className?: string
  readonly palette?: Palette
  readonly hidden?: boolean
}

/**
 * The scene as SVG markup, without style attributes or style elements.
 *
 * Every mark carries its colour as an attribute, and its role as a class with which a page's style sheet overrides it.
 */
export function svg(scene: Scene, about: About, options: SvgOptions = {}): string {
  const { className = 'rnn-svg', palette = palettes.light, hidden = false } = options
  const [width, height] = [short(scene.width), short(scene.height)]
  const { family, size, anchor } = textDefaults
  const font = `font-family="${family}" font-size="${size}" text-anchor="${anchor}"`
  const box = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="${className}" role="img" ${box} ${font} fill="${palette.inks.ink}"${hidden ? ' display="none"' : ''}>`,
    `<title>${escaped(about.title)}</title><desc>${escaped(about.description)}</desc>`,
    about.metadata ? `<metadata>${escaped(JSON.stringify(about.metadata))}</metadata>` : '',
    ...joined(scene.marks).map((mark) => element(mark, palette)),
    '</svg>',
  ].join('')
}

const elements: { readonly [K in Mark['kind']]: (mark: Extract<Mark, { kind: K }>, palette: Palette) => string } = {
  cells,
  path,
  text: svgText,
}

function element<K extends Mark['kind']>(mark: Extract<Mark, { kind: K }>, palette: Palette): string {
  return elements[mark.kind as K](mark, palette)
}

function cells(mark: Cells, palette: Palette): string {
  const { thickness, paths } = cellPaths(mark)
  const strokes = paths.map(
    ({ level, d }) => `<path class="${levelClass(level)}" stroke="${palette.level(mark.ramp, level)}" d="${d}"/>`,
  )
  return `<g fill="none" stroke-width="${short(thickness)}">${strokes.join('')}</g>`
}

/** The class of a ramp's level: `rnn-n20` … `rnn-z` … `rnn-p20`. */
export function levelClass(level: number): string {
  return level === 0 ? 'rnn-z' : `rnn-${level < 0 ? 'n' : 'p'}${Math.abs(level)}`
}

function path({ d, paint, width = 0.75, fill }: Path, { inks }: Palette): string {
  if (fill) return `<path class="rnn-${paint}" fill="${inks[paint]}" d="${d}"/>`
  const line = `fill="none" stroke="${inks[paint]}" stroke-width="${short(width)}"`
  return `<path class="rnn-${paint}-line" ${line} d="${d}"/>`
}
