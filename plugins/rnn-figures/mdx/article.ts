import type * as estree from 'estree'
import { isComplete, specOf, unnamed } from '../figure-props.ts'
import { labelProblem } from '../labels.ts'
import { type Placement, placements, repeatedId, type Targets, targetsOf, type Use } from '../placement.ts'
import type { FigureSpec } from '../spec.ts'
import { near } from '../wording.ts'
import { type ArticleFile, articleError } from './article-error.ts'
import { contentName } from './calls.ts'
import { type ComponentName, unboundNames } from './components.ts'
import { constantsOf, frontmatterOf } from './constants.ts'
import { type Declared, declaredIn } from './declared.ts'
import { headingIds } from './heading-ids.ts'
import { type Place, placeOfKey } from './source.ts'
import type { Syntax } from './syntax.ts'
import { type Module, type Tag, tagsOf } from './tag.ts'

/** A `<RnnFigure>` in its place; without a spec its options are only known when the page renders. */
export interface PlacedFigure {
  readonly tag: Tag
  readonly placement: Placement
  readonly spec: FigureSpec | undefined
}

/** Everything that a compiled module says about figures. */
export interface Article {
  readonly declared: Declared
  readonly figures: readonly PlacedFigure[]
  readonly references: readonly Tag[]
  readonly targets: Targets
  /** True in articles and pages, false in components. */
  readonly numbered: boolean
  /** Where the body of an article's content begins in the code. */
  readonly content: number | undefined
  /** The components that the module uses without binding their names. */
  readonly unbound: readonly ComponentName[]
}

/** Reads the figures of a module. Throws an error with a place for the first mistake of its author. */
export function articleIn(module: Module): Article {
  const declared = declaredFigures(module)
  const tags = tagsOf(module, constantsOf(module.program))
  const figures = placedFigures(tags, declared, module)
  const references = tags.filter(({ call }) => call.component === 'FigureRef')
  const targets = targetsOf(figures.map(({ use, placement }) => ({ ...placement, name: use.name })))
  // A figure with unknown props may have any id.
  const all = figures.every(({ tag }) => tag.complete)
  for (const tag of references) if (all && tag.complete) checkReference(tag, targets, module.file)
  const unbound = module.provided
    ? unboundNames(module.program).filter((name) => tags.some(({ call }) => call.tag === name))
    : []
  return {
    declared,
    figures,
    references,
    targets,
    numbered: module.numbered,
    content: contentStart(module.program),
    unbound,
  }
}

function contentStart({ body }: estree.Program): number | undefined {
  const content = body.find((node) => node.type === 'FunctionDeclaration' && node.id.name === contentName)
  return content?.type === 'FunctionDeclaration' ? (content.body as Syntax).start + 1 : undefined
}

function declaredFigures({ program, source, file }: Module): Declared {
  const frontmatter = frontmatterOf(program)?.value as { readonly rnn?: unknown } | undefined
  const declared = declaredIn(frontmatter?.rnn)
  if ('problem' in declared) throw articleError(declared.problem, file, placeOfKey(source(), declared.problem.path))
  return declared
}

function placedFigures(tags: readonly Tag[], { options }: Declared, module: Module) {
  const { file, numbered } = module
  const figures = tags.filter(({ call, known }) => call.component === 'RnnFigure' && !('figure' in known))
  const specs = figures.map((tag) => {
    const { known, complete, call, place } = tag
    if (call.amongText) throw articleError(amongText(call.tag), file, place())
    // Words that are not known from the code alone count as true.
    const odd = known.labels === undefined || known.labels === true ? undefined : labelProblem(known.labels)
    if (odd) throw articleError(odd, file, place(odd.option))
    const result = complete ? specOf(known, options) : undefined
    if (result && 'problem' in result) throw articleError(result.problem, file, place(result.problem.option))
    return result?.spec
  })
  const uses = figures.map((tag) => useOf(tag, numbered, options))
  const repeated = repeatedId(uses)
  if (repeated >= 0) throw articleError(repetition(uses, repeated, figures), file, figures[repeated]?.place('id'))
  const placed = placements(uses, headingIds(module.program))
  return figures.map((tag, index) => ({
    tag,
    use: uses[index] as Use,
    placement: placed[index] as Placement,
    spec: specs[index],
  }))
}

function useOf({ call, known, complete }: Tag, numbered: boolean, declared: Declared['options']): Use {
  const name = known.name ?? (complete && !isComplete(known) ? unnamed : undefined)
  const options = typeof name === 'string' && Object.hasOwn(declared, name) ? declared[name] : {}
  const id = known.id ?? (options as { readonly id?: unknown }).id
  return {
    once: numbered && call.once,
    name: name === undefined ? undefined : String(name),
    id: typeof id === 'string' ? id : undefined,
  }
}

function amongText(tag: string) {
  return {
    message: `<${tag}> stands among text, in a paragraph or a heading, where HTML allows no figure.`,
    hint: 'Put it on a line of its own with a blank line before and after.',
  }
}

function repetition(uses: readonly Use[], repeated: number, figures: readonly Tag[]) {
  const { id } = uses[repeated] as Use
  const first: Place | undefined = figures[uses.findIndex((use) => use.id === id)]?.place('id')
  const earlier = first === undefined ? '' : `, first in line ${first.line}`
  return { message: `The id "${id}" is used twice${earlier}.`, hint: 'An id belongs to one figure of a page.' }
}

function checkReference(tag: Tag, targets: Targets, file: ArticleFile): void {
  const { to } = tag.known
  if (typeof to === 'string' && Object.hasOwn(targets, to)) return
  const known = Object.keys(targets)
  if (typeof to !== 'string') {
    throw articleError(
      { message: '<FigureRef> needs `to`, the name or id of a figure.', hint: knownTargets(known) },
      file,
      tag.place(),
    )
  }
  const message = `<FigureRef> leads to "${to}", but no figure of this page has that name or id.`
  const hint = known.length === 0 ? knownTargets(known) : near(to, known).hint
  throw articleError({ message, hint }, file, tag.place('to'))
}

function knownTargets(known: readonly string[]): string {
  return known.length === 0 ? 'This page has no numbered figure.' : `Known: ${known.join(', ')}.`
}
