import { draw } from './draw.ts'
import { dataTable } from './figures/data-table.ts'
import { description, quoted } from './figures/description.ts'
import { python } from './figures/python.ts'
import { type Reading, read } from './network/reading.ts'
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
  const reading = read(spec)
  const sentences = description(reading)
  const about = {
    title: spec.alt ?? `${names[spec.kind]} reading ${quoted(reading)}`,
    description: sentences.join(' '),
    metadata: await metadata(spec, reading),
  }
  const wideScene = draw(spec, reading, wide)
  const drawings =
    wideScene.width <= narrow
      ? [svg(wideScene, about)]
      : [svg(wideScene, about, 'rnn-svg rnn-wide'), svg(draw(spec, reading, narrow), about, 'rnn-svg rnn-narrow')]
  return {
    title: about.title,
    description: sentences,
    drawings,
    table: table(dataTable(reading)),
    python: python(reading),
  }
}

async function metadata({ kind }: FigureSpec, { network, alphabet, seed }: Reading): Promise<About['metadata']> {
  const { cell, nonlinearity, inputs, hidden, layers, bidirectional, parameters } = network
  const weights = { seed, sha256: await sha256(Object.values(parameters).map(({ data }) => data)) }
  return {
    generator: `astro-rnn-figures ${version}`,
    kind,
    cell,
    nonlinearity,
    inputs,
    hidden,
    layers,
    bidirectional,
    alphabet,
    weights,
  }
}

/** Of the float32 parameters in order, little-endian, as `hashlib.sha256` gives it for PyTorch's. */
async function sha256(arrays: readonly Float32Array[]): Promise<string> {
  const all = new Float32Array(arrays.reduce((length, array) => length + array.length, 0))
  let filled = 0
  for (const array of arrays) {
    all.set(array, filled)
    filled += array.length
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', all))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
