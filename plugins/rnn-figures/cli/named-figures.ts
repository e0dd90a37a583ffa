import type { ArticleFile } from '../mdx/article-error.ts'
import type { ArticleFigure, ArticleFigures } from './article-figures.ts'
import { differentNames, safeName } from './safe-name.ts'

/** A figure, its article, and the name that its files have. */
export interface NamedFigure extends ArticleFigure {
  readonly file: ArticleFile
  readonly fileName: string
}

/** Every figure of the articles that could be read, by the articles' names; no two have one name. */
export function namedFigures(
  articles: readonly (ArticleFigures | undefined)[],
  names: readonly string[],
): readonly NamedFigure[] {
  const figures = articles.flatMap((article, index) => {
    if (!article) return []
    const { file, figures } = article
    return figures.map((figure) => ({ ...figure, file, fileName: `${names[index]}-${safeName(figure.name)}` }))
  })
  const different = differentNames(figures.map(({ fileName }) => fileName))
  return figures.map((figure, index) => ({ ...figure, fileName: different[index] ?? figure.fileName }))
}
