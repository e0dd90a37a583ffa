import type { ComputedFigure } from './computed-figure.ts'
import { drawings } from './draw.ts'
import { mostShapes } from './figures/body.ts'
import { scale } from './figures/scale.ts'
import type { EditableFigure } from './island/editable-figure.ts'
import { mdxAttribute, mdxLine, textOf } from './island/edition.ts'
import { cellOf } from './network/cells.ts'
import { initialStates } from './network/initial.ts'
import { type Matrix, row } from './network/matrix.ts'
import { networkError } from './network/network-error.ts'
import { symbolsOf } from './network/sequence.ts'
import { palette, paletteClass } from './output/palettes.ts'
import { ramps } from './scene/ramp.ts'
import type { FigureSpec } from './spec.ts'
import { grouped } from './wording.ts'

/** What readers may do with a figure: replay it, and perhaps more. */
export interface Replay {
  /** How many symbols or inputs are read. */
  readonly length: number
  /** How many steps a replay has: more than that where the sequence is read again. */
  readonly steps: number
  readonly editing?: Editing
}

/** What readers may change, and what the page needs for that. */
export interface Editing {
  readonly editable: boolean
  readonly reroll: boolean
  readonly kind: FigureSpec['kind']
  readonly seed: number
  /** The sequence as it stands in the field. */
  readonly text: string
  /** The tag that prints the figure. */
  readonly line: string
  /** An `EditableFigure` as JSON. */
  readonly figure: string
}

/** What the author of a figure lets readers do. Throws a `NetworkError` where that cannot be. */
export function replayOf(figure: ComputedFigure): Replay | undefined {
  const { replay = false, editable = false, reroll = false, kind } = figure.spec
  if (!replay && !editable && !reroll) return undefined
  const length = figure.reading.inputs.rows
  const steps = length * (drawings[kind].passes?.(figure.reading.network) ?? 1)
  if (!editable && !reroll) return { length, steps }
  const drawn = editableFigure(figure, editable ? 'editable' : 'reroll')
  const { seed } = drawn
  const text = textOf(drawn, drawn)
  const line = mdxLine(drawn, drawn)
  return { length, steps, editing: { editable, reroll, kind, seed, text, line, figure: JSON.stringify(drawn) } }
}

function editableFigure(figure: ComputedFigure, option: 'editable' | 'reroll'): EditableFigure {
  const { spec, reading, selected } = figure
  const { network, symbols, alphabet, initial } = reading
  const { parameters: _, embedding: __, readout: ___, ...shape } = network
  const seed = checkedSeed(figure, option)
  const words = alphabet.some((symbol) => symbolsOf(symbol).length > 1)
  checkWords(words, alphabet, option)
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

/** Only weights from a seed can be drawn in a page. */
function checkedSeed({ reading: { origin, series } }: ComputedFigure, option: string): number {
  if (series) {
    throw networkError(`\`${option}\` is for symbols, but \`values\` gives numbers to read.`, {
      option,
      hint: 'Write `replay` instead.',
    })
  }
  if ('seed' in origin) return origin.seed
  const message = `\`${option}\` runs the network in the page with weights from a seed, but these weights come from a file.`
  throw networkError(message, { option, hint: 'Write `replay` instead, or leave `weights` out.' })
}

/** What is typed must come out as the symbols that it went in as. */
function checkWords(words: boolean, alphabet: readonly string[], option: string): void {
  if (words) checkBlanks(alphabet, option)
  else checkNeighbours(alphabet, option)
}

function checkNeighbours(alphabet: readonly string[], option: string): void {
  const pairs = alphabet.flatMap((first) => alphabet.map((second) => [first, second] as const))
  const joined = pairs.find(([first, second]) => symbolsOf(first + second).length !== 2)
  const [first, second] = joined ?? [alphabet.find((symbol) => symbol.includes('\r')), undefined]
  if (first === undefined) return
  const what =
    second === undefined
      ? `${JSON.stringify(first)} cannot be typed into`
      : `${JSON.stringify(first)} and ${JSON.stringify(second)} become one symbol in`
  throw networkError(`\`${option}\` reads a field symbol by symbol, but ${what} a text.`, {
    option,
    hint: 'Write `replay` instead.',
  })
}

function checkBlanks(alphabet: readonly string[], option: string): void {
  const odd = alphabet.find((symbol) => /\s/u.test(symbol))
  if (odd === undefined) return
  const message = `\`${option}\` tells words apart by the blanks between them, but the word ${JSON.stringify(odd)} has one.`
  throw networkError(message, { option })
}

/** More weights than this take a page too long each time. */
const mostWeights = 1_000_000

function mostSymbols({ reading: { network }, selected: { states } }: ComputedFigure, option: string): number {
  const weights = Object.values(network.parameters).reduce((sum, { data }) => sum + data.length, 0)
  if (weights > mostWeights) {
    const message = `\`${option}\` runs the network in the page, where it may have ${grouped(mostWeights)} weights; it has ${grouped(weights)}.`
    throw networkError(message, { option, hint: 'Lower `hidden` or `layers`.' })
  }
  const most = Math.floor(mostShapes / states.columns)
  if (states.rows <= most) return most
  const message = `\`${option}\` draws in the page at most ${grouped(mostShapes)} values, which is ${grouped(most)} symbols here; \`seq\` has ${grouped(states.rows)}.`
  throw networkError(message, { option, hint: 'Shorten `seq`, lower `hidden`, or write `replay` instead.' })
}

/** All that decides the drawing beside `seq` and `seed`, as it would be written; what is usual is left out. */
function attributes(spec: FigureSpec, words: boolean, alphabet: readonly string[]): string {
  const { kind, cell, nonlinearity, hidden, layers, bidirectional, bias, initial, palette, grey } = spec
  const { vector, layer, direction, order } = {
    vector: undefined,
    layer: undefined,
    direction: undefined,
    order: undefined,
    ...spec,
  }
  const written = {
    alphabet: words ? alphabet : alphabet.join(''),
    ...{
      kind: kind === 'heatmap' ? undefined : kind,
      cell,
      nonlinearity,
      hidden,
      layers,
      bidirectional,
      bias,
      initial,
    },
    ...{ vector, layer, direction, order: order === 'index' ? undefined : order, palette, grey },
  }
  return Object.entries(written)
    .flatMap(([name, value]) => (value === undefined ? [] : [mdxAttribute(name, value)]))
    .join('')
}
