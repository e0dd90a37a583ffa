import { checked, type Problem } from '../checked.ts'
import { unnamed } from '../figure-props.ts'
import type { FigureSpec } from '../spec.ts'
import { shown } from '../wording.ts'

/** The figures that an article's frontmatter declares, by name: as written, and with every default. */
export interface Declared {
  readonly options: Readonly<Record<string, object>>
  readonly specs: Readonly<Record<string, FigureSpec>>
}

/** What is wrong with a declaration, and the keys of the frontmatter that lead to it. */
export interface DeclarationProblem extends Problem {
  readonly path: readonly string[]
}

/** `rnn: { seq: … }` declares one figure, `rnn: { abra: { seq: … }, … }` several; the first problem is enough. */
export function declaredIn(rnn: unknown): Declared | { readonly problem: DeclarationProblem } {
  const options = optionsIn(rnn)
  if ('problem' in options) return { problem: options.problem as DeclarationProblem }
  const specs: Record<string, FigureSpec> = {}
  for (const [name, written] of Object.entries(options)) {
    const result = checked(written)
    if ('problem' in result) {
      return { problem: { ...result.problem, path: declaredPath(name, result.problem.option) } }
    }
    specs[name] = result.spec
  }
  return { options, specs }
}

/** The keys of the frontmatter that lead to an option of a declared figure. */
export function declaredPath(name: string, option: string | undefined): readonly string[] {
  return ['rnn', name === unnamed ? [] : name, option ?? []].flat()
}

function optionsIn(rnn: unknown): Declared['options'] | { readonly problem: DeclarationProblem } {
  if (rnn === undefined || rnn === null) return {}
  if (!isMap(rnn)) {
    const message = `\`rnn\` must be one figure such as { seq: abracadabra }, or a map from names to figures, not ${shown(rnn)}.`
    return { problem: { path: ['rnn'], option: undefined, message } }
  }
  if (['seq', 'values'].some((option) => option in rnn && !isMap(rnn[option]))) return { [unnamed]: rnn }
  const wrong = Object.entries(rnn).find(([, written]) => !isMap(written))
  if (!wrong) return rnn as Declared['options']
  const message = `\`rnn.${wrong[0]}\` must be a figure such as { seq: abracadabra }, not ${shown(wrong[1])}.`
  const hint = 'Without names, `rnn` itself is the figure and needs `seq`.'
  return { problem: { path: ['rnn', wrong[0]], option: undefined, message, hint } }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
