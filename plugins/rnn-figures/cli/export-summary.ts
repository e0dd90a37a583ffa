import type { ArticleFigures } from './article-figures.ts'
import type { ExportedFigure } from './exported-figure.ts'

/** What became of articles and their figures; nothing stands for what failed. */
export interface Exported {
  readonly articles: readonly (ArticleFigures | undefined)[]
  readonly figures: readonly (ExportedFigure | undefined)[]
  readonly folder: string
}

/** How many articles could not be read and figures not be written. */
export function failures({ articles, figures }: Exported): number {
  return [...articles, ...figures].filter((result) => !result).length
}

/** `12 figures of 3 articles: 36 files in figures, 0 failed` */
export function summary(exported: Exported): string {
  const written = exported.figures.flatMap((figure) => figure ?? [])
  const sources = new Set(written.map(({ article }) => article)).size
  const files = written.flatMap(({ paths }) => paths).length
  const late = exported.articles.flatMap((article) => article?.late ?? []).length
  const left = late === 0 ? '' : `, ${late} left to ${late === 1 ? 'its page' : 'their pages'}`
  return `${counted(written.length, 'figure')} of ${counted(sources, 'article')}: ${counted(files, 'file')} in ${exported.folder}, ${failures(exported)} failed${left}`
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
