import { draw, drawings } from './draw.ts'
import type { Addresses } from './figure-files.ts'
import { dataTable, isAbbreviated } from './figures/data-table.ts'
import { description, quoted } from './figures/description.ts'
import { python } from './figures/python.ts'
import { choice, type Selection, type SelectionOptions, selection } from './figures/selection.ts'
import { checkLimits } from './limits.ts'
import { prepared, type Reading, readPrepared } from './network/reading.ts'
import type { ReadingOptions } from './network/reading-options.ts'
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

// The text column of Astro's own blog, and the narrowest phone's with 12 px to spare.
const [wide, narrow] = [680, 300]

/**
 * Runs the network and draws the figure for wide and for narrow columns; `options` is what `spec` asks to read, with the
 * contents of the files that it names. Throws a `NetworkError` where the options do not fit together.
 */
export function finishedFigure(spec: FigureSpec, options: ReadingOptions, addresses: Addresses): FinishedFigure {
  const what = prepared(options)
  const chosen = choice(what.network, selectionOptions(spec))
  checkLimits(what, chosen)
  const reading = readPrepared(what)
  const selected = selection(reading, chosen)
  const sentences = description(reading, selected)
  const title = spec.alt ?? `${drawings[spec.kind].phrase(reading, selected)} reading ${quoted(reading)}`
  const about = { title, description: sentences.join(' ') }
  const data = isAbbreviated(selected) ? addresses.data?.(() => dataTable(reading, selected, true)) : undefined
  return {
    title,
    description: sentences,
    drawings: layouts(spec, reading, selected, about, addresses.picture),
    table: table(dataTable(reading, selected)),
    ...(data === undefined ? {} : { data }),
    python: python(reading, selected, spec.weights?.split('/').at(-1)),
  }
}

/** What the kind lets an author choose; kinds that leave no choice show what is usual. */
function selectionOptions(spec: FigureSpec): SelectionOptions {
  return 'vector' in spec || 'layer' in spec || 'direction' in spec ? spec : {}
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
