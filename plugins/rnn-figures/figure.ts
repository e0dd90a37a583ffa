import { draw, drawings } from './draw.ts'
import { dataTable } from './figures/data-table.ts'
import { description, quoted } from './figures/description.ts'
import { python } from './figures/python.ts'
import { type Reading, read } from './network/reading.ts'
import { svg } from './output/svg.ts'
import { table } from './output/table.ts'
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
  /** A program that computes the numbers with PyTorch. */
  readonly python: string
}

// The text column of Astro's own blog, and the narrowest phone's with 12 px to spare.
const [wide, narrow] = [680, 300]

/** Runs the network and draws the figure for wide and for narrow columns. */
export function finishedFigure(spec: FigureSpec): FinishedFigure {
  const reading = read(spec)
  const sentences = description(reading)
  const title = spec.alt ?? `${drawings[spec.kind].phrase} reading ${quoted(reading)}`
  const about = { title, description: sentences.join(' ') }
  const full = { ...about, metadata: metadata(spec, reading) }
  const scene = draw(spec, reading, wide)
  const layouts =
    scene.width <= narrow
      ? [svg(scene, full)]
      : [
          svg(scene, full, { className: 'rnn-svg rnn-wide' }),
          svg(draw(spec, reading, narrow), about, { className: 'rnn-svg rnn-narrow', hidden: true }),
        ]
  return { title, description: sentences, drawings: layouts, table: table(dataTable(reading)), python: python(reading) }
}

/** What the picture is a picture of, for machines. */
function metadata({ kind }: FigureSpec, { network, alphabet, seed }: Reading) {
  const { parameters, ...shape } = network
  const weights = { seed, sha256: weightsHash(parameters) }
  return { generator: `astro-rnn-figures ${version}`, kind, ...shape, alphabet, weights }
}
