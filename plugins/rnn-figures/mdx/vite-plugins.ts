import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { AstroIntegrationLogger } from 'astro'
import type * as estree from 'estree'
import type { Plugin } from 'vite'
import { finishedFigure } from '../figure.ts'
import { type Article, articleIn } from './article.ts'
import type { ArticleCache, FinishedArticle } from './article-cache.ts'
import { type ArticleFile, where } from './article-error.ts'
import { type Drawings, drawingKey, rewrite } from './rewrite.ts'

/** Where figures are looked for, and who hears of them. */
export interface Site {
  /** Absolute, with forward slashes, as is `pages`. */
  readonly root: string
  readonly pages: string
  readonly logger: AstroIntegrationLogger
  readonly cache: ArticleCache
  readonly found: (file: ArticleFile, kinds: readonly string[]) => void
}

/** Finds the figures in compiled articles and Astro components, draws them, and puts them in. */
export function vitePlugins(site: Site): Plugin[] {
  return [
    finder(site, 'articles', { id: /\.mdx$/, code: /RnnFigure|FigureRef|astro-rnn-figures|\brnn\b/ }),
    finder(site, 'components', { id: /\.astro$/, code: /astro-rnn-figures\/components/ }),
  ]
}

/** Works on compiled code, so that neither the Markdown processor nor the order of integrations matters. */
function finder(site: Site, name: string, filter: { readonly id: RegExp; readonly code: RegExp }): Plugin {
  return {
    name: `astro-rnn-figures:${name}`,
    transform: {
      filter,
      handler(code, path) {
        const file = { path, shown: relative(site.root, path).replaceAll('\\', '/') }
        const numbered = path.endsWith('.mdx') || path.startsWith(site.pages)
        const key = site.cache.key(file.shown, String(numbered), code)
        const parse = () => this.parse(code) as unknown as estree.Program
        const finished = site.cache.read(key) ?? finish(site, key, { file, numbered, code, parse })
        site.found(file, finished.kinds)
        // Nothing is added that would move a line, so an existing source map stays true.
        return { code: finished.code, map: null }
      },
    },
  }
}

/** A compiled file, not yet parsed. */
interface Compiled {
  readonly file: ArticleFile
  readonly numbered: boolean
  readonly code: string
  readonly parse: () => estree.Program
}

function finish(site: Site, key: string, { file, numbered, code, parse }: Compiled): FinishedArticle {
  const source = () => readFileSync(file.path, 'utf8')
  const article = articleIn({ program: parse(), source, file, provided: file.path.endsWith('.mdx'), numbered })
  const kinds = article.figures.map(({ spec }) => spec?.kind ?? 'drawn with its page')
  const finished = { code: rewrite(code, article, drawingsOf(article), file), kinds }
  const repeated = article.figures.filter(({ tag }) => numbered && !tag.call.once)
  for (const { tag } of repeated) site.logger.warn(unnumbered(where(file, tag.place())))
  // Places in the source are no part of the key, so what names one is not kept.
  if (repeated.length === 0 && article.figures.every(({ spec }) => spec)) site.cache.write(key, finished)
  return finished
}

function unnumbered(place: string): string {
  return `A figure inside a function has no number, for nobody knows how often it will be shown (${place}).`
}

function drawingsOf({ declared, figures }: Article): Drawings {
  const specs = [...Object.values(declared.specs), ...figures.flatMap(({ spec }) => spec ?? [])]
  const different = new Map(specs.map((spec) => [drawingKey(spec), spec]))
  return new Map([...different].map(([key, spec]) => [key, finishedFigure(spec)]))
}
