import type * as estree from 'estree'
import type { Load } from '../attachments.ts'
import type { FinishedFigure } from '../figure.ts'
import { drawnOptions } from '../figure-key.ts'
import type { FigureStore, KeptFigure } from '../figure-store.ts'
import { isNetworkError } from '../network/network-error.ts'
import type { FigureSpec } from '../spec.ts'
import { styled } from '../styled.ts'
import { type Article, articleIn } from './article.ts'
import { type ArticleFile, articleError, where } from './article-error.ts'
import type { ArticleFiles } from './article-files.ts'
import { frontmatterOf } from './constants.ts'
import { declaredPath } from './declared.ts'
import type { FinishedArticle, ShownArticle } from './finished-article.ts'
import { rewrite } from './rewrite.ts'
import type { Site } from './site.ts'
import { type Place, placeOfKey } from './source.ts'
import { type StepLinks, stepLinks, stepProblem, stepsOf } from './step-links.ts'

/** A compiled file, not yet parsed. */
export interface Compiled {
  readonly file: ArticleFile
  readonly numbered: boolean
  readonly code: string
  readonly source: () => string
  readonly parse: () => estree.Program
  readonly attached: ArticleFiles
}

/** Finds a file's figures, draws them, and keeps the result under `key`. Throws an error with a place where it cannot. */
export async function finish(site: Site, key: string, compiled: Compiled): Promise<ShownArticle> {
  const { file, numbered, code, source, parse, attached } = compiled
  const program = parse()
  const article = articleIn({ program, source, file, provided: file.path.endsWith('.mdx'), numbered })
  const wanted = wantedOf(article, site, source)
  const figures = await Promise.all(wanted.map((each) => figureOf(each, site.figures, attached.load, file)))
  const keys = wanted.map(({ variable }) => variable)
  const variableOf = (spec: FigureSpec) => `__rnn_figure_${keys.indexOf(variableKey(spec, site))}`
  const drawn = (spec: FigureSpec) => figures[keys.indexOf(variableKey(spec, site))]
  const links = stepLinks(code)
  checkLinks(article, links, drawn, file)
  const card = await cardOf(site, program, wanted, article, attached.load)
  const finished: FinishedArticle = {
    ...rewrite(code, article, links, variableOf, file, site.usual),
    figures: figures.map((figure) => figure.key),
    names: wanted.map(({ name }) => name),
    ...(card ? { card: card.key } : {}),
    sources: attached.read(),
  }
  site.tally.late(file.shown, article.figures.filter(({ spec }) => !spec).length)
  const repeated = article.figures.filter(({ tag }) => numbered && !tag.call.once)
  for (const { tag } of repeated) site.logger.warn(unnumbered(where(file, tag.place())))
  // Places in the source are no part of the key, so what names one is not kept.
  if (repeated.length === 0 && article.figures.every(({ spec }) => spec)) {
    await site.cache.write(key, { text: JSON.stringify(finished), files: [] })
  }
  return { article: finished, figures, card }
}

/** Throws an error with a place where a link leads to a step that a finished figure cannot show. */
function checkLinks(
  { figures }: Article,
  links: StepLinks,
  drawn: (spec: FigureSpec) => KeptFigure | undefined,
  file: ArticleFile,
): void {
  for (const { spec, placement, tag } of figures) {
    const steps = stepsOf(links, placement.id)
    if (!spec || steps.length === 0) continue
    const { replay }: Pick<FinishedFigure, 'replay'> = JSON.parse(drawn(spec)?.markup ?? '{}')
    const problem = stepProblem(steps, placement.id, replay)
    if (problem) throw articleError(problem, file, tag.place())
  }
}

function unnumbered(place: string): string {
  return `A figure inside a function has no number, for nobody knows how often it will be shown (${place}).`
}

/** A figure to be drawn, what distinguishes it from others, and where its options stand in the source. */
interface Wanted {
  readonly spec: FigureSpec
  readonly variable: string
  /** Its id on the page, or the name under which it is declared. */
  readonly name: string
  readonly place: (option: string | undefined) => Place | undefined
}

function variableKey(spec: FigureSpec, site: Site): string {
  return JSON.stringify(drawnOptions(styled(spec, site.usual)))
}

/** Every different figure of an article, those of the frontmatter first. */
function wantedOf({ declared, figures }: Article, site: Site, source: () => string): readonly Wanted[] {
  const all = [
    ...Object.entries(declared.specs).map(([name, spec]) => ({
      spec,
      name,
      place: (option: string | undefined) => placeOfKey(source(), declaredPath(name, option)),
    })),
    ...figures.flatMap(({ spec, tag, placement: { id = 'a figure' } }) =>
      spec ? [{ spec, name: id, place: tag.place }] : [],
    ),
  ]
  const different = new Map<string, Wanted>()
  for (const { spec, ...about } of all) {
    const variable = variableKey(spec, site)
    if (!different.has(variable)) different.set(variable, { spec: styled(spec, site.usual), variable, ...about })
  }
  return [...different.values()]
}

async function figureOf(
  { spec, place }: Wanted,
  store: FigureStore,
  load: Load,
  file: ArticleFile,
): Promise<KeptFigure> {
  try {
    return await store.figure(spec, load)
  } catch (error) {
    if (!isNetworkError(error)) throw error
    throw articleError(error, file, place(error.option))
  }
}

/** Letters of a title that a card can show. */
const longestTitle = 300

/** The card of an article that has a title, with the first figure that it shows or else declares. */
async function cardOf(site: Site, program: estree.Program, wanted: readonly Wanted[], article: Article, load: Load) {
  const { title } = (frontmatterOf(program)?.value ?? {}) as { readonly title?: unknown }
  if (typeof title !== 'string' || title === '') return undefined
  const shown = article.figures.find(({ spec }) => spec)?.spec
  const first = shown ? styled(shown, site.usual) : wanted[0]?.spec
  return site.cards?.card(title.slice(0, longestTitle), first, load)
}
