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
  seq: symbols('a text such as "abracadabra", or a list of words').describe(
    'What the network reads: a text, symbol by symbol, or a list of words.',
  ),
  alphabet: symbols('a text or a list with every symbol once')
    .optional()
    .describe(
      'The symbols the network knows, in the order of its inputs. Default: those of `seq`, sorted by code point.',
    ),
  cell: oneOf(Object.keys(cells) as [CellName, ...CellName[]])
    .default('rnn')
    .describe('The recurrent cell: `rnn` is Elman’s.'),
  nonlinearity: oneOf(['tanh', 'relu']).default('tanh').describe('What squashes the sum in an `rnn` cell.'),
  hidden: whole(1, 512, 'a figure needs a visible row for each unit').default(16).describe('Number of hidden units.'),
  seed: whole(0, 2 ** 32 - 1, 'the seeds of PyTorch’s generator')
    .default(0)
    .describe('The weights are those of `torch.manual_seed(seed)`.'),
  caption: text('a text').optional().describe('Caption, where the tag has no content of its own.'),
  alt: text('a text').optional().describe('A title of your own in the text alternative.'),
  id: text('a text')
    .regex(/^\S+$/, must('a text without blanks'))
    .optional()
    .describe('Where links to the figure lead.'),
}

/** What an author may write, for each kind of figure. The only schema: types and documentation come from it. */
export const figureSpecs = {
  heatmap: z.strictObject({
    kind: z.literal('heatmap').describe('The hidden state as a matrix of units × time (the default).'),
    ...shared,
    order: oneOf(['index', 'similarity']).default('index').describe('How the rows are sorted.'),
  }),
  unrolled: z.strictObject({
    kind: z.literal('unrolled').describe('The same cell drawn once for each symbol.'),
    ...shared,
  }),
}

export type FigureKind = keyof typeof figureSpecs

/** A figure with every default filled in. */
export type FigureSpec = { [K in FigureKind]: Readonly<z.output<(typeof figureSpecs)[K]>> }[FigureKind]

type Written<K extends FigureKind> = Omit<z.input<(typeof figureSpecs)[K]>, 'kind'>

/** A figure as an author writes it. */
export type FigureOptions =
  | ({ kind?: 'heatmap' | undefined } & Written<'heatmap'>)
  | ({ kind: 'unrolled' } & Written<'unrolled'>)
