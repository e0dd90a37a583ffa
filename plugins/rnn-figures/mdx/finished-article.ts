import type { Cache } from '../cache/cache.ts'
import { type FigureFile, fileMark } from '../figure-file.ts'
import type { FigureStore, KeptFigure } from '../figure-store.ts'
import { type Card, keptCard } from './article-cards.ts'
import type { SourceFile } from './article-files.ts'

/** What is kept of a compiled file: its code, to which only the figures themselves are missing. */
export interface FinishedArticle {
  /** Figures are variables in it, `__rnn_figure_0` and so on, which `assembled` declares. */
  readonly code: string
  /** What the module does after they are declared. */
  readonly exposed: readonly string[]
  /** Keys of the figures in the order of the variables. */
  readonly figures: readonly string[]
  /** What warnings call each of them. */
  readonly names: readonly string[]
  /** The key of the picture for links to the article. */
  readonly card?: string
  /** The files that its figures were made from. */
  readonly sources: readonly SourceFile[]
}

/** A finished article with everything that it shows. */
export interface ShownArticle {
  readonly article: FinishedArticle
  readonly figures: readonly KeptFigure[]
  readonly card?: Card | undefined
}

/** The article of a key with its figures, if nothing of it is lost and `isCurrent` holds for all it was made from. */
export async function keptArticle(
  key: string,
  cache: Cache,
  store: FigureStore,
  isCurrent: (source: SourceFile) => boolean,
): Promise<ShownArticle | undefined> {
  const entry = await cache.read(key)
  const article = entry && (JSON.parse(entry.text) as FinishedArticle)
  if (!article?.sources.every(isCurrent)) return undefined
  const figures = await Promise.all(article.figures.map(store.kept))
  const card = article.card === undefined ? undefined : await keptCard(article.card, cache)
  if (figures.includes(undefined) || (article.card !== undefined && !card)) return undefined
  return { article, figures: figures.flatMap((figure) => figure ?? []), card }
}

/** The module's code; `addressOf` gives an expression for the address of a file. Lines keep their numbers. */
export function assembled({ article, figures, card }: ShownArticle, addressOf: (file: FigureFile) => string): string {
  return [
    article.code,
    ...figures.map((figure, index) => `const __rnn_figure_${index} = ${literal(figure, addressOf)};`),
    ...article.exposed,
    ...(card ? [`frontmatter.rnnCard = ${addressOf(card.file)};`] : []),
  ].join('\n')
}

/** The figure as code, in which the marks of its files are their addresses. */
function literal({ markup, files }: KeptFigure, addressOf: (file: FigureFile) => string): string {
  return files.reduce((code, file) => {
    const address = `" + ${addressOf(file)} + "`
    // As a function: a text would be read for patterns such as $1.
    return code.replaceAll(fileMark + file.name, () => address)
  }, markup)
}
