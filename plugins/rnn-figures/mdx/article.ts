import { type Props, specOf, unnamed } from '../figure-props.ts'
import { type Placement, placements, repeatedId, type Targets, targetsOf, type Use } from '../placement.ts'
import type { FigureSpec } from '../spec.ts'
import { near } from '../wording.ts'
import { type ArticleFile, articleError } from './article-error.ts'
import { type ComponentName, unboundNames } from './components.ts'
import { constantsOf } from './constants.ts'
import { type Declared, declaredIn } from './declared.ts'
import type { Constants } from './literal.ts'
import { type Place, placeOfKey } from './source.ts'
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
  /** The components that the module uses without binding their names. */
  readonly unbound: readonly ComponentName[]
}

/** Reads the figures of a module. Throws an error with a place for the first mistake of its author. */
export function articleIn(module: Module): Article {
  const constants = constantsOf(module.program)
  const declared = declaredFigures(module, constants)
  const tags = tagsOf(module, constants)
  const figures = placedFigures(tags, declared, module)
  const references = tags.filter(({ call }) => call.component === 'FigureRef')
  const targets = targetsOf(figures.map(({ use, placement }) => ({ ...placement, name: use.name })))
  const complete = figures.every(({ tag, use }) => !use.once || tag.props !== undefined)
  for (const tag of references) if (complete && tag.props) checkReference(tag, tag.props, targets, module.file)
  const unbound = module.provided
    ? unboundNames(module.program).filter((name) => tags.some(({ call }) => call.tag === name))
    : []
  return { declared, figures, references, targets, unbound }
}

function declaredFigures({ source, file }: Module, constants: Constants): Declared {
  const frontmatter = constants('frontmatter')?.value as { readonly rnn?: unknown } | undefined
  const declared = declaredIn(frontmatter?.rnn)
  if ('problem' in declared) throw articleError(declared.problem, file, placeOfKey(source(), declared.problem.path))
  return declared
}

function placedFigures(tags: readonly Tag[], { options }: Declared, { file, numbered }: Module) {
  const figures = tags.filter(({ call, props }) => call.component === 'RnnFigure' && !(props && 'figure' in props))
  const specs = figures.map((tag) => {
    const { props, call, place } = tag
    if (call.inParagraph) throw articleError(inParagraph(call.tag), file, place())
    const result = props && specOf(props, options)
    if (result && 'problem' in result) throw articleError(result.problem, file, place(result.problem.option))
    return result?.spec
  })
  const uses = figures.map(({ call, props }, index) => useOf(numbered && call.once, props, specs[index]))
  const repeated = repeatedId(uses)
  if (repeated >= 0) throw articleError(repetition(uses, repeated, figures), file, figures[repeated]?.place('id'))
  const placed = placements(uses)
  return figures.map((tag, index) => ({
    tag,
    use: uses[index] as Use,
    placement: placed[index] as Placement,
    spec: specs[index],
  }))
}

function useOf(once: boolean, props: Props | undefined, spec: FigureSpec | undefined): Use {
  const name = props?.name ?? (props && !('seq' in props) ? unnamed : undefined)
  return { once, name: name === undefined ? undefined : String(name), id: spec?.id }
}

function inParagraph(tag: string) {
  return {
    message: `<${tag}> stands in a paragraph, where HTML allows no figure.`,
    hint: 'Put it on a line of its own with a blank line before and after.',
  }
}

function repetition(uses: readonly Use[], repeated: number, figures: readonly Tag[]) {
  const { id } = uses[repeated] as Use
  const first: Place | undefined = figures[uses.findIndex((use) => use.id === id)]?.place('id')
  const earlier = first === undefined ? '' : `, first in line ${first.line}`
  return { message: `The id "${id}" is used twice${earlier}.`, hint: 'An id belongs to one figure of a page.' }
}

function checkReference(tag: Tag, { to }: Props, targets: Targets, file: ArticleFile): void {
  if (typeof to === 'string' && Object.hasOwn(targets, to)) return
  const known = Object.keys(targets)
  if (typeof to !== 'string') {
    throw articleError(
      { message: '<FigureRef> needs `to`, the name or id of a figure.', hint: `Known: ${known.join(', ')}.` },
      file,
      tag.place(),
    )
  }
  const message = `<FigureRef> leads to "${to}", but no figure of this page has that name or id.`
  throw articleError({ message, ...near(to, known) }, file, tag.place('to'))
}
