import type { ComputedFigure } from './computed-figure.ts'
import { checkSymbols, mostSymbols, pageSeed } from './editable-limits.ts'
import { drawnOptions } from './figure-key.ts'
import { scale } from './figures/scale.ts'
import type { EditableFigure } from './island/editable-figure.ts'
import { mdxAttribute } from './island/edition.ts'
import { cellOf } from './network/cells.ts'
import { initialStates } from './network/initial.ts'
import { type Matrix, row } from './network/matrix.ts'
import { symbolsOf } from './network/sequence.ts'
import { palette, paletteClass } from './output/palettes.ts'
import { ramps } from './scene/ramp.ts'
import { type FigureSpec, usualKind } from './spec.ts'

/** What a page needs to draw a figure anew. Throws a `NetworkError` that names `option` where a page cannot do that. */
export function editableFigure(figure: ComputedFigure, option: 'editable' | 'reroll'): EditableFigure {
  const { spec, reading, selected } = figure
  const { network, symbols, alphabet, initial } = reading
  const { parameters: _, embedding: __, readout: ___, ...shape } = network
  const seed = pageSeed(figure, option)
  const words = alphabet.some((symbol) => symbolsOf(symbol).length > 1)
  checkSymbols(words, alphabet, option)
  const colours = palette(spec.palette ?? 'default', 'light')
  const { ramp } = scale(
    cellOf(network).vectors[spec.kind === 'heatmap' ? (selected.name as 'h') : 'h'],
    new Float64Array(),
  )
  return {
    shape,
    seed,
    symbols,
    alphabet,
    words,
    most: mostSymbols(figure, option),
    initial: Object.fromEntries(
      Object.entries(initialStates(network, initial)).map(([name, state]) => [name, lists(state)]),
    ),
    shown: { name: selected.name, layer: selected.layer, directions: selected.directions },
    order: 'order' in spec ? spec.order : 'index',
    grey: spec.grey ?? false,
    paletteClass: paletteClass(spec.palette ?? 'default'),
    inks: colours.inks,
    colours: ramps[ramp].levels.map((level) => colours.level(ramp, level)),
    attributes: attributes(spec, words, alphabet),
  }
}

function lists(state: Matrix): readonly (readonly number[])[] {
  return Array.from({ length: state.rows }, (_, index) => Array.from(row(state, index)))
}

/** What the tag says in another way, and what does not show in a page. */
const besides = new Set('seq words alphabet seed alt formats venue size replay editable reroll'.split(' '))

const usual: Readonly<Record<string, unknown>> = { kind: usualKind, order: 'index' }

/** All that decides the drawing beside `seq` and `seed`, as it would be written; what is usual is left out. */
function attributes(spec: FigureSpec, words: boolean, alphabet: readonly string[]): string {
  const options = Object.entries(drawnOptions(spec)).filter(
    ([name, value]) => value !== undefined && value !== usual[name] && !besides.has(name),
  )
  const known = ['alphabet', words ? alphabet : alphabet.join('')] as const
  return [known, ...options].map(([name, value]) => mdxAttribute(name, value)).join('')
}
