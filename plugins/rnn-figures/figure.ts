import { type Load, readingOptions } from './attachments.ts'
import { draw, drawings } from './draw.ts'
import { type FigureFile, figureFiles } from './figure-files.ts'
import { dataTable, isAbbreviated } from './figures/data-table.ts'
import { description, quoted } from './figures/description.ts'
import { python } from './figures/python.ts'
import { choice, type Selection, type SelectionOptions, selection } from './figures/selection.ts'
import { checkLimits } from './limits.ts'
import { prepared, type Reading, readPrepared } from './network/reading.ts'
import { svg } from './output/svg.ts'
import { table } from './output/table.ts'
import type { Raster } from './scene/scene.ts'
import type { FigureSpec } from './spec.ts'
import { version } from './version.ts'
import { weightsHash } from './weights-hash.ts'

/** A figure ready for a page: nothing but texts. */
export interface FinishedFigure {
  readonly title: string
  /** Sentences made from the numbers. */
  readonly description: readonly string[]
  /** SVG markup of the layouts: one for every page, or a wide one and a narrow one. */
  readonly drawings: readonly string[]
  /** HTML markup of the numbers. */
  readonly table: string
  /** The address of all numbers as CSV, where the table is abbreviated. */
  readonly data?: string
  /** A program that computes the numbers with PyTorch. */
  readonly python: string
}

/** A figure and its files. */
export interface DrawnFigure {
  readonly figure: FinishedFigure
  readonly files: readonly FigureFile[]
}

// The text column of Astro's own blog, and the narrowest phone's with 12 px to spare.
const [wide, narrow] = [680, 300]

/**
 * Runs the network and draws the figure for wide and for narrow columns. Throws a `NetworkError` where the options do
 * not fit together or a file cannot be read.
 */
export function drawnFigure(spec: FigureSpec, load: Load): DrawnFigure {
  const what = prepared(readingOptions(spec, load))
  // Kinds that leave no choice show what is usual.
  const chosen = choice(what.network, spec as SelectionOptions)
  checkLimits(what, chosen)
  const reading = readPrepared(what)
  const selected = selection(reading, chosen)
  const files = figureFiles()
  const sentences = description(reading, selected)
  const title = spec.alt ?? `${drawings[spec.kind].phrase(reading, selected)} reading ${quoted(reading)}`
  const about = { title, description: sentences.join(' ') }
  const figure = {
    title,
    description: sentences,
    drawings: layouts(spec, reading, selected, about, files.picture),
    table: table(dataTable(reading, selected)),
    ...(isAbbreviated(selected) ? { data: files.data(dataTable(reading, selected, true)) } : {}),
    python: python(reading, selected, spec.weights?.split('/').at(-1)),
  }
  return { figure, files: files.all() }
}

function layouts(
  spec: FigureSpec,
  reading: Reading,
  selected: Selection,
  about: { readonly title: string; readonly description: string },
  addressOf: (raster: Raster) => string,
): readonly string[] {
  const full = { ...about, metadata: metadata(spec, reading, selected) }
  const scene = draw(spec, reading, selected, wide)
  if (scene.width <= narrow) return [svg(scene, full, { addressOf })]
  return [
    svg(scene, full, { className: 'rnn-svg rnn-wide', addressOf }),
    svg(draw(spec, reading, selected, narrow), about, { className: 'rnn-svg rnn-narrow', hidden: true, addressOf }),
  ]
}

/** What the picture is a picture of, for machines. */
function metadata({ kind }: FigureSpec, { network, alphabet, origin, initial }: Reading, selected: Selection) {
  const { parameters, embedding: _, readout: __, ...shape } = network
  const weights = { ...('seed' in origin ? origin : {}), sha256: weightsHash(parameters) }
  const shown = { vector: selected.name, layer: selected.layer + 1, directions: selected.directions }
  const states = Object.keys(initial).length === 0 ? {} : { initial }
  const generator = `astro-rnn-figures ${version}`
  return { generator, kind, shown, ...shape, ...states, alphabet: abbreviated(alphabet), weights }
}

const mostSymbols = 200

/** An alphabet of thousands of words would outweigh the picture. */
function abbreviated(alphabet: readonly string[]): readonly string[] | { readonly symbols: number } {
  return alphabet.length > mostSymbols ? { symbols: alphabet.length } : alphabet
}
