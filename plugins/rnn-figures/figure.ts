import type { ComputedFigure } from './computed-figure.ts'
import { draw } from './draw.ts'
import { dataTable } from './figures/data-table.ts'
import { python } from './figures/python.ts'
import type { FileName } from './output/format.ts'
import { palette } from './output/palettes.ts'
import { svg } from './output/svg.ts'
import { table } from './output/table.ts'
import type { Raster } from './scene/scene.ts'

/** A figure ready for a page: nothing but texts. */
export interface FinishedFigure {
  readonly title: string
  /** Sentences made from the numbers. */
  readonly description: readonly string[]
  /** SVG markup of the layouts: one for every page, or a wide one and a narrow one. */
  readonly drawings: readonly string[]
  /** HTML markup of the numbers, abbreviated where they are many. */
  readonly table: string
  /** A program that computes the numbers with PyTorch. */
  readonly python: string
  /** What can be downloaded; nothing where the figure is drawn with its page. */
  readonly files: readonly FigureLink[]
}

/** Where a file of a figure is, and in CSS px how large a picture of it is shown. */
export interface FigureLink {
  readonly format: FileName
  readonly address: string
  readonly width?: number
  readonly height?: number
}

/** Width in px of the drawing for desks: the text column of Astro's own blog. */
export const wide = 680
// The narrowest telephone's with 12 px to spare.
const narrow = 300

/** Draws the figure for wide and for narrow columns; `addressOf` says where the picture of a large matrix is found. */
export function finishedFigure(
  figure: ComputedFigure,
  addressOf: (raster: Raster) => string,
  files: readonly FigureLink[],
): FinishedFigure {
  const { spec, reading, selected, sentences, about } = figure
  return {
    title: about.title,
    description: sentences,
    drawings: layouts(figure, addressOf),
    table: table(dataTable(reading, selected)),
    python: python(reading, selected, spec.weights?.split('/').at(-1)),
    files,
  }
}

function layouts(figure: ComputedFigure, addressOf: (raster: Raster) => string): readonly string[] {
  const { spec, reading, selected, about } = figure
  const { title, description } = about
  const [own, colours] = paletteOf(spec.palette)
  const scene = draw(spec, reading, selected, wide)
  if (scene.width <= narrow) return [svg(scene, about, { className: `rnn-svg${own}`, palette: colours, addressOf })]
  const small = draw(spec, reading, selected, narrow)
  const [className, smallName] = [`rnn-svg rnn-wide${own}`, `rnn-svg rnn-narrow${own}`]
  return [
    svg(scene, about, { className, palette: colours, addressOf }),
    svg(small, { title, description }, { className: smallName, hidden: true, palette: colours, addressOf }),
  ]
}

/** The class that a style sheet knows a palette by, and its colours where there is no style sheet. */
function paletteOf(name: ComputedFigure['spec']['palette'] = 'default') {
  return [name === 'default' ? '' : ` rnn-palette-${name}`, palette(name, 'light')] as const
}
