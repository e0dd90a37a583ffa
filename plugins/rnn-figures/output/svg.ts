import { cellPaths, short } from '../scene/cell-paths.ts'
import { joined } from '../scene/joined.ts'
import type { Cells, Glyphs, Mark, Path, RampName, Raster, Scene, Timeline } from '../scene/scene.ts'
import { escaped } from './escaped.ts'
import type { Palette } from './palettes.ts'
import { svgText, textDefaults } from './svg-text.ts'

/** What a picture says about itself: the text alternative, and facts for machines. */
export interface About {
  readonly title: string
  readonly description: string
  readonly metadata?: Readonly<Record<string, unknown>>
}

/** How a picture is written: classes of the root, colours, and whether it waits for a style sheet to show it. */
export interface SvgOptions {
  readonly palette: Palette
  /** The address of a raster's picture. */
  readonly addressOf: (raster: Raster) => string
  readonly className?: string
  readonly hidden?: boolean
  /** Width, height and view box as attributes; without them the whole scene in px. */
  readonly box?: string
  /** Markup that lies behind the scene. */
  readonly paper?: string
  /** True where the markup says what a replay needs: where time runs, and which elements show values. */
  readonly replay?: boolean
}

/**
 * The scene as SVG markup, without style attributes or style elements.
 *
 * Every mark carries its colour as an attribute, and its role as a class with which a page's style sheet overrides it.
 */
export function svg(scene: Scene, about: About, options: SvgOptions): string {
  const { className = 'rnn-svg', palette, addressOf, hidden = false, paper = '', replay = false } = options
  const [width, height] = [short(scene.width), short(scene.height)]
  const { box = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"` } = options
  const { family, size, anchor } = textDefaults
  const time = replay && scene.timeline ? timeline(scene.timeline) : ''
  const font = `font-family="${family}" font-size="${size}" text-anchor="${anchor}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="${className}" role="img" ${box} ${font} fill="${palette.inks.ink}"${hidden ? ' display="none"' : ''}${time}>`,
    `<title>${escaped(about.title)}</title><desc>${escaped(about.description)}</desc>`,
    about.metadata ? `<metadata>${escaped(JSON.stringify(about.metadata))}</metadata>` : '',
    definitions(scene.marks),
    paper,
    ...joined(scene.marks).map((mark) =>
      element(mark, { palette, addressOf, values: time === '' ? '' : ' class="rnn-values"' }),
    ),
    '</svg>',
  ].join('')
}

interface Style {
  readonly palette: Palette
  readonly addressOf: (raster: Raster) => string
  /** The attribute of elements that show values. */
  readonly values: string
}

/** Each stretch as a list of numbers: its first step, its length, x, pitch, width, y, height, and its rows if it has some. */
function timeline({ stretches, order }: Timeline): string {
  const lists = stretches.map(({ first, count, x, pitch, width, y, height, rows }) => [
    ...[first, count],
    // As exact as thousands of columns need.
    ...[x, pitch, width, y, height].map((length) => Number(length.toFixed(4))),
    ...(rows ? [rows.from, rows.count] : []),
  ])
  return ` data-steps="${JSON.stringify(lists)}"${order ? ` data-order="${JSON.stringify(order)}"` : ''}`
}

const elements: { readonly [K in Mark['kind']]: (mark: Extract<Mark, { kind: K }>, style: Style) => string } = {
  cells,
  raster,
  path,
  glyphs,
  text: (mark, { palette }) => svgText(mark, palette),
}

function element<K extends Mark['kind']>(mark: Extract<Mark, { kind: K }>, style: Style): string {
  return elements[mark.kind as K](mark, style)
}

function raster(mark: Raster, { addressOf, values }: Style): string {
  const [width, height] = [mark.columns * mark.cellWidth, mark.rows * mark.cellHeight]
  const box = `x="${short(mark.x)}" y="${short(mark.y)}" width="${short(width)}" height="${short(height)}"`
  // Smaller than a pixel, neighbours must be averaged; larger, each must stay as it is.
  const crisp = mark.cellWidth >= 1 && mark.cellHeight >= 1 ? ' image-rendering="pixelated"' : ''
  return `<image${values} ${box} preserveAspectRatio="none"${crisp} href="${escaped(addressOf(mark))}"/>`
}

function cells(mark: Cells, { palette, values }: Style): string {
  const { thickness, paths } = cellPaths(mark)
  const strokes = paths.map(
    ({ level, d }) =>
      `<path class="${levelClass(mark.ramp, level)}" stroke="${palette.level(mark.ramp, level)}" d="${d}"/>`,
  )
  return `<g${values} fill="none" stroke-width="${short(thickness)}">${strokes.join('')}</g>`
}

/** The class of a ramp's level: `rnn-n20` … `rnn-z` … `rnn-p20`, or `rnn-g0` … `rnn-g20`. */
export function levelClass(ramp: RampName, level: number): string {
  if (ramp === 'gate') return `rnn-g${level}`
  if (level === 0) return 'rnn-z'
  return level < 0 ? `rnn-n${-level}` : `rnn-p${level}`
}

function path({ values: shown, ...path }: Path, { values, ...style }: Style): string {
  const element = plainPath(path, style.palette)
  return shown && values !== '' ? `<g${values}>${element}</g>` : element
}

function plainPath({ d, paint, width = 0.75, fill }: Path, { inks }: Palette): string {
  if (fill) return `<path class="rnn-${paint}" fill="${inks[paint]}" d="${d}"/>`
  const line = `fill="none" stroke="${inks[paint]}" stroke-width="${short(width)}"`
  return `<path class="rnn-${paint}-line" ${line} d="${d}"/>`
}

/** The outline of each letter that occurs, once. */
function definitions(marks: readonly Mark[]): string {
  const outlines = new Map<string, string>()
  for (const mark of marks) {
    if (mark.kind === 'glyphs') for (const { outline } of mark.glyphs) outlines.set(outline.id, outline.d)
  }
  const paths = Array.from(outlines, ([id, d]) => `<path id="${id}" d="${d}"/>`)
  return paths.length === 0 ? '' : `<defs>${paths.join('')}</defs>`
}

function glyphs({ x, y, size, paint, glyphs: placed }: Glyphs, { palette: { inks } }: Style): string {
  const fill = paint === 'ink' ? '' : ` fill="${inks[paint]}"`
  const letters = placed.map(({ outline, x: right, y: down }) => {
    const place = `${right === 0 ? '' : ` x="${right}"`}${down === 0 ? '' : ` y="${down}"`}`
    return `<use href="#${outline.id}"${place}/>`
  })
  return `<g transform="translate(${short(x)} ${short(y)})scale(${(size / 1000).toFixed(5)})"${fill}>${letters.join('')}</g>`
}
