import { z } from 'astro/zod'
import { type CellName, cells } from './network/cells.ts'
import { formatNames } from './output/format.ts'
import { type PaletteName, paletteNames } from './output/palettes.ts'
import { sizes, type VenueName, venues } from './venues.ts'
import { grouped, list, must, oddNumber } from './wording.ts'

const text = (allowed: string) => z.string(must(allowed)).min(1, must(allowed))

const symbols = (allowed: string) =>
  z.union([text(allowed), z.array(text(allowed)).min(1, must(allowed))], must(allowed))

const whole = (least: number, most: number, why: string) => {
  const allowed = `a whole number from ${grouped(least)} to ${grouped(most)} (${why})`
  return z.int(must(allowed)).min(least, must(allowed)).max(most, must(allowed))
}

const oneOf = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.enum(names, must(`one of ${list(names)}`))

const yes = z.boolean(must('true or false'))

const number = z.number()

const states = 'a set of states such as { h: 0.5 }, each a number, a list, or a list of lists of numbers'

const numbers = (allowed: string) =>
  z.union([text(allowed), z.array(number).min(1), z.array(z.array(number).min(1)).min(1)], must(allowed, oddNumber))

/** What decides what is read, and by which network. */
const reading = {
  /** What the network reads: a text, symbol by symbol, or a list of words. */
  seq: symbols('a text such as "abracadabra", or a list of words').optional(),
  /** Reads the text word by word. */
  words: yes.optional(),
  /** Real numbers to read instead of symbols: one or several for each step, or the path of a CSV file. */
  values: numbers('a list of numbers, a list of such lists, or the path of a CSV file').optional(),
  /** The symbols the network knows, in the order of its inputs. Default: those of `seq`, sorted by code point. */
  alphabet: symbols('a text or a list with every symbol once').optional(),
  /** The recurrent cell: `rnn` is Elman's. */
  cell: oneOf(Object.keys(cells) as [CellName, ...CellName[]]).optional(),
  /** What squashes the sum in an `rnn` cell. */
  nonlinearity: oneOf(['tanh', 'relu']).optional(),
  /** Number of hidden units of each layer and direction. */
  hidden: whole(1, 1024, 'a figure needs a visible row for each unit').optional(),
  /** Number of layers, each reading the output of the one before. */
  layers: whole(1, 8, 'each is drawn').optional(),
  /** Reads the sequence from both ends. */
  bidirectional: yes.optional(),
  /** False for a network without biases. */
  bias: yes.optional(),
  /** The state before the first step, by name (`h`, `c`): a number, one for each unit, or layers · directions × units. */
  initial: z
    .record(
      z.string(),
      z.union([number, z.array(number).min(1), z.array(z.array(number).min(1)).min(1)], must(states)),
      must(states),
    )
    .optional(),
  /** The weights are those of `torch.manual_seed(seed)`. */
  seed: whole(0, 2 ** 32 - 1, 'the seeds of PyTorch’s generator').optional(),
  /** The path of a safetensors file with the weights, seen from the article. */
  weights: text('the path of a safetensors file').optional(),
  /** Which network of the weight file, where it holds several: the beginning of its parameters' names. */
  prefix: z.string(must('the beginning of the parameters’ names, such as "encoder."')).optional(),
}

/** How a figure looks and which files it has; the integration takes the same for all figures. */
const appearance = {
  /** The files of the figure, besides its data. */
  formats: z.array(oneOf(formatNames), must(`a list of ${list(formatNames)}`)).optional(),
  /** Where the files are printed: sizes, text and lines follow. */
  venue: oneOf(Object.keys(venues) as [VenueName, ...VenueName[]]).optional(),
  /** How wide the venue prints the figure. */
  size: oneOf(sizes).optional(),
  /** The colours of states and gates. */
  palette: oneOf(paletteNames as readonly [PaletteName, ...PaletteName[]]).optional(),
  /** Squares instead of colours: area for magnitude, open where negative. */
  grey: yes.optional(),
}

/** What decides how figures look and which files they have. */
export const appearanceSpec = z.strictObject(appearance)

export type Appearance = Readonly<z.output<typeof appearanceSpec>>

/** What every kind of figure takes. */
const shared = {
  ...reading,
  ...appearance,
  /** Lets readers watch how the figure fills, step by step. */
  replay: yes.optional(),
  /** Lets readers change the sequence, too. */
  editable: yes.optional(),
  /** Lets readers draw new weights, too. */
  reroll: yes.optional(),
  /** Caption as plain text, where the tag has no content of its own. */
  caption: text('a text').optional(),
  /** A title of your own in the text alternative. */
  alt: text('a text').optional(),
  /** Where links to the figure lead. */
  id: text('a text').regex(/^\S+$/, must('a text without blanks')).optional(),
}

/** What decides what is read, and by which network, as an author writes it. */
export const readingSpec = z.strictObject(reading)

export type ReadingSpec = Readonly<z.output<typeof readingSpec>>

/** What an author may write, for each kind of figure. The only schema, and the source of the types. */
export const figureSpecs = {
  /** One vector of the network as a matrix of units × time. */
  heatmap: z.strictObject({
    kind: z.literal('heatmap'),
    ...shared,
    /** The vector that is drawn: the hidden state `h`, or one of the cell's own, such as the forget gate `f`. */
    vector: text('the name of a vector such as "h"').optional(),
    /** The layer that is drawn, counted from 1. Default: the last. */
    layer: whole(1, 8, 'layers are counted from 1').optional(),
    /** The direction that is drawn. Default: all that the network has. */
    direction: oneOf(['forward', 'backward']).optional(),
    /** How the rows are sorted. */
    order: oneOf(['index', 'similarity']).default('index'),
  }),
  /** The same cell drawn once for each symbol. */
  unrolled: z.strictObject({ kind: z.literal('unrolled'), ...shared }),
}

export type FigureKind = keyof typeof figureSpecs

/** The kind of a figure whose author names none. */
export const usualKind = 'heatmap' satisfies FigureKind

/** A figure as its author wrote it, checked. */
export type FigureSpec = { [K in FigureKind]: Readonly<z.output<(typeof figureSpecs)[K]>> }[FigureKind]

type KindOption<K extends FigureKind> = K extends typeof usualKind ? { kind?: K | undefined } : { kind: K }

/** A figure as an author writes it. */
export type FigureOptions = {
  [K in FigureKind]: KindOption<K> & Omit<z.input<(typeof figureSpecs)[K]>, 'kind'>
}[FigureKind]
