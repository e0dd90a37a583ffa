import { drawings } from './draw.ts'
import { description, quoted } from './figures/description.ts'
import { choice, type Selection, type SelectionOptions, selection } from './figures/selection.ts'
import { weightsHash } from './hash.ts'
import { checkLimits } from './limits.ts'
import { networkError } from './network/network-error.ts'
import { prepared, type Reading, readPrepared } from './network/reading.ts'
import type { ReadingOptions } from './network/reading-options.ts'
import type { About } from './output/svg.ts'
import type { FigureSpec } from './spec.ts'
import { version } from './version.ts'

/** A figure whose network has read its sequence, not yet drawn. */
export interface ComputedFigure {
  readonly spec: FigureSpec
  readonly reading: Reading
  readonly selected: Selection
  /** Sentences made from the numbers. */
  readonly sentences: readonly string[]
  readonly about: Required<About>
}

/**
 * Runs the network; `options` is what `spec` asks to read, with the contents of the files that it names. Throws a
 * `NetworkError` where the options do not fit together.
 */
export function computedFigure(spec: FigureSpec, options: ReadingOptions): ComputedFigure {
  if (spec.size !== undefined && spec.venue === undefined) {
    throw networkError('`size` chooses one of the widths of a `venue`, but there is no venue.', { option: 'size' })
  }
  const what = prepared(options)
  const chosen = choice(what.network, selectionOptions(spec))
  checkLimits(what, chosen)
  const reading = readPrepared(what)
  const selected = selection(reading, chosen)
  const sentences = description(reading, selected)
  const title = spec.alt ?? `${drawings[spec.kind].phrase(reading, selected)} reading ${quoted(reading)}`
  const about = { title, description: sentences.join(' '), metadata: metadata(spec, reading, selected) }
  return { spec, reading, selected, sentences, about }
}

/** What the kind lets an author choose; kinds that leave no choice show what is usual. */
function selectionOptions(spec: FigureSpec): SelectionOptions {
  return 'vector' in spec || 'layer' in spec || 'direction' in spec ? spec : {}
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
