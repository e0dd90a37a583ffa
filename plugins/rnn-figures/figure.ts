import type { ComputedFigure } from './computed-figure.ts'
import { draw } from './draw.ts'
import { dataTable } from './figures/data-table.ts'
import { python } from './figures/python.ts'
import type { FileName } from './output/format.ts'
import { pageDrawings } from './output/page-drawings.ts'
import { palette, paletteClass } from './output/palettes.ts'
import { table } from './output/table.ts'
import { type Replay, replayOf } from './replay.ts'
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
  /** What readers may do with it, where its author lets them. */
  readonly replay?: Replay
}

/** Where a file of a figure is, and in CSS px how large a picture of it is shown. */
export interface FigureLink {
  readonly format: FileName
  readonly address: string
  readonly width?: number
  readonly height?: number
}

/** Draws the figure for wide and for narrow columns; `addressOf` says where the picture of a large matrix is found. */
export function finishedFigure(
  figure: ComputedFigure,
  addressOf: (raster: Raster) => string,
  files: readonly FigureLink[],
): FinishedFigure {
  const { spec, reading, selected, sentences, about } = figure
  const replay = replayOf(figure)
  return {
    title: about.title,
    description: sentences,
    drawings: drawings(figure, addressOf, replay !== undefined),
    table: table(dataTable(reading, selected)),
    python: python(reading, selected, spec.weights?.split('/').at(-1)),
    files,
    ...(replay ? { replay } : {}),
  }
}

function drawings(
  { spec, reading, selected, about }: ComputedFigure,
  addressOf: (raster: Raster) => string,
  replay: boolean,
): readonly string[] {
  const { palette: name = 'default' } = spec
  return pageDrawings((width) => draw(spec, reading, selected, width), about, {
    palette: palette(name, 'light'),
    paletteClass: paletteClass(name),
    addressOf,
    replay,
  })
}
