import { draw, readingOf } from './draw.ts'
import { dataTable } from './figures/data-table.ts'
import { description, quoted } from './figures/description.ts'
import { python } from './figures/python.ts'
import type { Reading } from './network/reading.ts'
import { type About, svg } from './output/svg.ts'
import { table } from './output/table.ts'
import type { FigureKind, FigureSpec } from './spec.ts'
import { version } from './version.ts'

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

const names: Readonly<Record<FigureKind, string>> = {
  heatmap: 'Hidden state of a recurrent network',
  unrolled: 'A recurrent network, unrolled,',
}

// The text column of Astro's own blog, and the narrowest phone's with 13 px to spare.
const [wide, narrow] = [680, 300]

/** Runs the network and draws the figure for wide and for narrow columns. */
export async function finishedFigure(spec: FigureSpec): Promise<FinishedFigure> {
  const reading = readingOf(spec)
  const about = await aboutOf(spec, reading)
  const scenes = [wide, narrow].map((width) => draw(spec, reading, width))
  const one = scenes[0] !== undefined && scenes[0].width <= narrow
  const classes = one ? ['rnn-svg'] : ['rnn-svg rnn-wide', 'rnn-svg rnn-narrow']
  return {
    title: about.title,
    description: description(reading),
    drawings: classes.map((name, index) => svg(scenes[index] as (typeof scenes)[number], about, name)),
    table: table(dataTable(reading)),
    python: python(reading),
  }
}

async function aboutOf(spec: FigureSpec, reading: Reading): Promise<About> {
  const { kind, alt } = spec
  const { network, alphabet, seed } = reading
  const { cell, inputs, hidden, layers, bidirectional } = network
  const weights = { seed, sha256: await sha256(Object.values(network.parameters).map(({ data }) => data)) }
  return {
    title: alt ?? `${names[kind]} reading ${quoted(reading)}`,
    description: description(reading).join(' '),
    metadata: {
      generator: `astro-rnn-figures ${version}`,
      kind,
      cell,
      inputs,
      hidden,
      layers,
      bidirectional,
      alphabet,
      weights,
    },
  }
}

/** Of the float32 parameters in order, little-endian, as `hashlib.sha256` gives it for PyTorch's. */
async function sha256(arrays: readonly Float32Array[]): Promise<string> {
  const bytes = await new Blob([...arrays] as BlobPart[]).arrayBuffer()
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
