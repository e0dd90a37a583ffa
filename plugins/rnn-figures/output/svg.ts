import { cellPaths, short } from '../scene/cell-paths.ts'
import { joined } from '../scene/joined.ts'
import type { Cells, Mark, Path, RampName, Raster, Scene } from '../scene/scene.ts'
import { dataUri } from './data-uri.ts'
import { escaped } from './escaped.ts'
import { indexedPng } from './indexed-png.ts'
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
  /** The address of a raster's picture; without it, the markup holds the picture itself. */
  readonly addressOf?: (raster: Raster) => string
}

/**
 * The scene as SVG markup, without style attributes or style elements.
 *
 * Every mark carries its colour as an attribute, and its role as a class with which a page's style sheet overrides it.
 */
export function svg(scene: Scene, about: About, options: SvgOptions = {}): string {
  const { className = 'rnn-svg', palette = palettes.light, hidden = false, addressOf = embedded } = options
  const [width, height] = [short(scene.width), short(scene.height)]
  const { family, size, anchor } = textDefaults
  const font = `font-family="${family}" font-size="${size}" text-anchor="${anchor}"`
  const box = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="${className}" role="img" ${box} ${font} fill="${palette.inks.ink}"${hidden ? ' display="none"' : ''}>`,
    `<title>${escaped(about.title)}</title><desc>${escaped(about.description)}</desc>`,
    about.metadata ? `<metadata>${escaped(JSON.stringify(about.metadata))}</metadata>` : '',
    ...joined(scene.marks).map((mark) => element(mark, { palette, addressOf })),
    '</svg>',
  ].join('')
}

interface Style {
  readonly palette: Palette
  readonly addressOf: (raster: Raster) => string
}

const elements: { readonly [K in Mark['kind']]: (mark: Extract<Mark, { kind: K }>, style: Style) => string } = {
  cells,
  raster,
  path,
  text: (mark, { palette }) => svgText(mark, palette),
}

function element<K extends Mark['kind']>(mark: Extract<Mark, { kind: K }>, style: Style): string {
  return elements[mark.kind as K](mark, style)
}

function embedded(raster: Raster): string {
  return dataUri('image/png', indexedPng(raster))
}

function raster(mark: Raster, { addressOf }: Style): string {
  const [width, height] = [mark.columns * mark.cellWidth, mark.rows * mark.cellHeight]
  const box = `x="${short(mark.x)}" y="${short(mark.y)}" width="${short(width)}" height="${short(height)}"`
  // Smaller than a pixel, neighbours must be averaged; larger, each must stay as it is.
  const crisp = mark.cellWidth >= 1 && mark.cellHeight >= 1 ? ' image-rendering="pixelated"' : ''
  return `<image ${box} preserveAspectRatio="none"${crisp} href="${escaped(addressOf(mark))}"/>`
}

function cells(mark: Cells, { palette }: Style): string {
  const { thickness, paths } = cellPaths(mark)
  const strokes = paths.map(
    ({ level, d }) =>
      `<path class="${levelClass(mark.ramp, level)}" stroke="${palette.level(mark.ramp, level)}" d="${d}"/>`,
  )
  return `<g fill="none" stroke-width="${short(thickness)}">${strokes.join('')}</g>`
}

/** The class of a ramp's level: `rnn-n20` … `rnn-z` … `rnn-p20`, or `rnn-g0` … `rnn-g20`. */
export function levelClass(ramp: RampName, level: number): string {
  if (ramp === 'gate') return `rnn-g${level}`
  return level === 0 ? 'rnn-z' : `rnn-${level < 0 ? 'n' : 'p'}${Math.abs(level)}`
}

function path({ d, paint, width = 0.75, fill }: Path, { palette: { inks } }: Style): string {
  if (fill) return `<path class="rnn-${paint}" fill="${inks[paint]}" d="${d}"/>`
  const line = `fill="none" stroke="${inks[paint]}" stroke-width="${short(width)}"`
  return `<path class="rnn-${paint}-line" ${line} d="${d}"/>`
}
