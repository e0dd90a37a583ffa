import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { drawnOptions } from '../figure-key.ts'
import { unnamed } from '../figure-props.ts'
import { type Article, articleIn, type PlacedFigure } from '../mdx/article.ts'
import { type ArticleFile, articleError, where } from '../mdx/article-error.ts'
import { declaredPath } from '../mdx/declared.ts'
import { type Place, placeOfKey } from '../mdx/source.ts'
import type { Appearance, FigureSpec } from '../spec.ts'
import { compiledArticle } from './compiled-article.ts'
import { reason } from './written-file.ts'

/** A figure of an article: what it is called there, and where its options stand in the source. */
export interface ArticleFigure {
  readonly spec: FigureSpec
  readonly name: string
  readonly place: (option: string | undefined) => Place | undefined
}

/** The figures of an article that can be drawn without its page, and the places of the others. */
export interface ArticleFigures {
  readonly file: ArticleFile
  readonly figures: readonly ArticleFigure[]
  readonly late: readonly string[]
}

/** Reads an article and looks for its figures, which `overrides` changes. Throws an error with a place. */
export function articleFigures(path: string, overrides: Appearance): ArticleFigures {
  const file = { path, shown: relative(process.cwd(), path).replaceAll('\\', '/') }
  const source = (): string => text(file)
  const program = compiledArticle(source(), file)
  const article = articleIn({ program, source, file, provided: true, numbered: true })
  const all = [...shownFigures(article), ...declaredFigures(article, source)]
  const late = article.figures.flatMap(({ tag, spec }) => (spec ? [] : [where(file, tag.place())]))
  return { file, figures: different(all.map((each) => ({ ...each, spec: { ...each.spec, ...overrides } }))), late }
}

function text(file: ArticleFile): string {
  try {
    return readFileSync(file.path, 'utf8')
  } catch (error) {
    throw articleError({ message: `This article cannot be read: ${reason(error)}.` }, file, undefined)
  }
}

function shownFigures({ figures }: Article): readonly ArticleFigure[] {
  return figures.flatMap((figure) => {
    const { spec, tag } = figure
    return spec ? [{ spec, name: nameOf(figure), place: tag.place }] : []
  })
}

/** As on the page; a figure in a function has no number there. */
function nameOf({ placement, tag: { known } }: PlacedFigure): string {
  return placement.id?.replace(/^fig-/, '') ?? (known.name === undefined ? 'figure' : String(known.name))
}

function declaredFigures({ declared }: Article, source: () => string): readonly ArticleFigure[] {
  return Object.entries(declared.specs).map(([name, spec]) => ({
    spec,
    name: name === unnamed ? 'figure' : name,
    place: (option) => placeOfKey(source(), declaredPath(name, option)),
  }))
}

/** One of those whose drawings are the same. */
function different(figures: readonly ArticleFigure[]): readonly ArticleFigure[] {
  const known = new Map<string, ArticleFigure>()
  for (const figure of figures) {
    const key = JSON.stringify(drawnOptions(figure.spec))
    if (!known.has(key)) known.set(key, figure)
  }
  return [...known.values()]
}
