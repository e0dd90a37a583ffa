import { z } from 'astro/zod'
import { type CellName, cells } from './network/cells.ts'
import { grouped, list, must } from './wording.ts'

const text = (allowed: string) => z.string(must(allowed)).min(1, must(allowed))

const symbols = (allowed: string) =>
  z.union([text(allowed), z.array(text(allowed)).min(1, must(allowed))], must(allowed))

const whole = (least: number, most: number, why: string) => {
  const allowed = `a whole number from ${grouped(least)} to ${grouped(most)} (${why})`
  return z.int(must(allowed)).min(least, must(allowed)).max(most, must(allowed))
}

const oneOf = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.enum(names, must(`one of ${list(names)}`))

/** What every kind of figure takes. */
const shared = {
  /** What the network reads: a text, symbol by symbol, or a list of words. */
  seq: symbols('a text such as "abracadabra", or a list of words'),
  /** The symbols the network knows, in the order of its inputs. Default: those of `seq`, sorted by code point. */
  alphabet: symbols('a text or a list with every symbol once').optional(),
  /** The recurrent cell: `rnn` is Elman's. */
  cell: oneOf(Object.keys(cells) as [CellName, ...CellName[]]).default('rnn'),
  /** What squashes the sum in an `rnn` cell. */
  nonlinearity: oneOf(['tanh', 'relu']).default('tanh'),
  /** Number of hidden units. */
  hidden: whole(1, 512, 'a figure needs a visible row for each unit').default(16),
  /** The weights are those of `torch.manual_seed(seed)`. */
  seed: whole(0, 2 ** 32 - 1, 'the seeds of PyTorch’s generator').default(0),
  /** Caption as plain text, where the tag has no content of its own. */
  caption: text('a text').optional(),
  /** A title of your own in the text alternative. */
  alt: text('a text').optional(),
  /** Where links to the figure lead. */
  id: text('a text').regex(/^\S+$/, must('a text without blanks')).optional(),
}

/** What an author may write, for each kind of figure. The only schema, and the source of the types. */
export const figureSpecs = {
  /** The hidden state as a matrix of units × time. */
  heatmap: z.strictObject({
    kind: z.literal('heatmap'),
    ...shared,
    /** How the rows are sorted. */
    order: oneOf(['index', 'similarity']).default('index'),
  }),
  /** The same cell drawn once for each symbol. */
  unrolled: z.strictObject({ kind: z.literal('unrolled'), ...shared }),
}

export type FigureKind = keyof typeof figureSpecs

/** The kind of a figure whose author names none. */
export const usualKind = 'heatmap' satisfies FigureKind

/** A figure with every default filled in. */
export type FigureSpec = { [K in FigureKind]: Readonly<z.output<(typeof figureSpecs)[K]>> }[FigureKind]

type KindOption<K extends FigureKind> = K extends typeof usualKind ? { kind?: K | undefined } : { kind: K }

/** A figure as an author writes it. */
export type FigureOptions = {
  [K in FigureKind]: KindOption<K> & Omit<z.input<(typeof figureSpecs)[K]>, 'kind'>
}[FigureKind]
