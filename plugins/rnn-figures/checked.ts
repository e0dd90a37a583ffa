import type { z } from 'astro/zod'
import { type FigureKind, type FigureSpec, figureSpecs, usualKind } from './spec.ts'
import { list, near, shown } from './wording.ts'

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
  const wrong = missing(result.data)
  return wrong ? { problem: wrong } : { spec: result.data }
}

function isKind(kind: unknown): kind is FigureKind {
  return typeof kind === 'string' && Object.hasOwn(figureSpecs, kind)
}

function problem(issues: readonly z.core.$ZodIssue[], schema: z.ZodObject, written: object): Problem {
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys')
  if (unknown) {
    const known = [...Object.keys(schema.shape), 'name', 'class', 'labels']
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
  if ((value === 'true' || value === 'false') && takes(value === 'true')) {
    return { hint: `Write ${option}={${value}} in a tag, ${option}: ${value} in the frontmatter.` }
  }
  if (takes([value])) return { hint: `Put it in brackets: [${shown(value)}].` }
  if (typeof value === 'number' && takes(String(value))) return { hint: `Put it in quotes: "${value}".` }
  return Array.isArray(value) && takes(value.map(String)) ? { hint: 'Put every entry in quotes.' } : {}
}

/** What a schema of single options cannot say. */
function missing({ seq, values }: FigureSpec): Problem | undefined {
  if (seq !== undefined || values !== undefined) return undefined
  const message = '`seq` is missing; it must be a text such as "abracadabra", or a list of words.'
  return { option: 'seq', message, hint: 'Or write `values` for real numbers.' }
}
