import type { z } from 'astro/zod'
import { distinct, firstOutside, symbolsOf } from './network/sequence.ts'
import { type FigureKind, type FigureSpec, figureSpecs, usualKind } from './spec.ts'
import { grouped, list, near, shown } from './wording.ts'

/** Every cell of a heatmap is a shape in the page. */
const mostValues = 50_000

/** Every symbol stands under its column, and in the table. */
const mostSymbols = 3_000

/** What is wrong with an option, and how to mend it. */
export interface Problem {
  /** The option, or nothing where the figure as a whole is wrong. */
  readonly option: string | undefined
  readonly message: string
  readonly hint?: string
}

export type Checked = { readonly spec: FigureSpec } | { readonly problem: Problem }

/** Checks what an author wrote, given as one object; the first problem is enough. */
export function checked(written: unknown): Checked {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    return {
      problem: {
        option: undefined,
        message: `A figure is a set of options such as { seq: abracadabra }, not ${shown(written)}.`,
      },
    }
  }
  const { kind = usualKind } = written as { kind?: unknown }
  const kinds = Object.keys(figureSpecs)
  if (!isKind(kind))
    return {
      problem: {
        option: 'kind',
        message: `\`kind\` must be one of ${list(kinds)}, not ${shown(kind)}.`,
        ...near(String(kind), kinds),
      },
    }
  const result = figureSpecs[kind].safeParse({ ...written, kind })
  if (!result.success) return { problem: problem(result.error.issues, figureSpecs[kind], written) }
  const wrong = sequenceProblem(result.data)
  return wrong ? { problem: wrong } : { spec: result.data }
}

function isKind(kind: unknown): kind is FigureKind {
  return typeof kind === 'string' && Object.hasOwn(figureSpecs, kind)
}

function problem(issues: readonly z.core.$ZodIssue[], schema: z.ZodObject, written: object): Problem {
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys')
  if (unknown) {
    const known = [...Object.keys(schema.shape), 'name', 'class']
    const key = unknown.keys[0] ?? ''
    return { option: key, message: `There is no option \`${key}\`${elsewhere(key, schema)}.`, ...near(key, known) }
  }
  const option = String(issues[0]?.path[0] ?? '')
  const value = (written as Readonly<Record<string, unknown>>)[option]
  return {
    option,
    message: `\`${option}\` ${issues[0]?.message ?? 'is wrong'}.`,
    ...hintFor(issues[0], option, value, schema),
  }
}

/** Says it when another kind of figure has the option. */
function elsewhere(key: string, schema: z.ZodObject): string {
  const owner = Object.entries(figureSpecs).find(([, { shape }]) => Object.hasOwn(shape, key))
  const kind = Object.entries(figureSpecs).find(([, other]) => (other as z.ZodObject) === schema)?.[0]
  return owner ? ` for kind "${kind}"; only kind "${owner[0]}" has it` : ''
}

/** The nearest of the allowed words, or the number that stands in a text, or the text that stands as a number. */
function hintFor(
  issue: z.core.$ZodIssue | undefined,
  option: string,
  value: unknown,
  schema: z.ZodObject,
): { readonly hint?: string } {
  if (issue?.code === 'invalid_value' && typeof value === 'string') return near(value, issue.values.map(String))
  const takes = (other: unknown): boolean =>
    (schema.shape[option] as z.ZodType | undefined)?.safeParse(other).success ?? false
  if (typeof value === 'string' && value.trim() !== '' && takes(Number(value))) {
    return {
      hint: `Write a number: ${option}={${Number(value)}} in a tag, ${option}: ${Number(value)} in the frontmatter.`,
    }
  }
  if (typeof value === 'number' && takes(String(value))) return { hint: `Put it in quotes: "${value}".` }
  return Array.isArray(value) && takes(value.map(String)) ? { hint: 'Put every entry in quotes.' } : {}
}

function sequenceProblem({ seq, alphabet, hidden }: FigureSpec): Problem | undefined {
  const read = symbolsOf(seq)
  if (read.length > mostSymbols) {
    return {
      option: 'seq',
      message: `\`seq\` has ${grouped(read.length)} symbols; at most ${grouped(mostSymbols)} are allowed (each stands in the page).`,
    }
  }
  if (read.length * hidden > mostValues) {
    const message = `${grouped(read.length)} symbols × ${hidden} units make ${grouped(read.length * hidden)} values; at most ${grouped(mostValues)} are allowed (each is a shape in the page).`
    return { option: 'seq', message, hint: 'Shorten `seq` or lower `hidden`.' }
  }
  return alphabet === undefined ? undefined : alphabetProblem(read, symbolsOf(alphabet))
}

function alphabetProblem(read: readonly string[], alphabet: readonly string[]): Problem | undefined {
  const twice = alphabet.find((symbol, index) => alphabet.indexOf(symbol) !== index)
  if (twice !== undefined)
    return { option: 'alphabet', message: `\`alphabet\` has ${shown(twice)} twice; each symbol stands in it once.` }
  const position = firstOutside(read, alphabet)
  if (position < 0) return undefined
  const message = `\`seq\` has the symbol ${shown(read[position])} at position ${position + 1}, which is not in the alphabet.`
  return { option: 'seq', message, hint: `The alphabet is ${list(distinct(alphabet).map(shown))}.` }
}
