import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { AstroIntegrationLogger } from 'astro'
import type * as estree from 'estree'
import type { Plugin } from 'vite'
import { finishedFigure } from '../figure.ts'
import { type Article, articleIn } from './article.ts'
import { type ArticleFile, where } from './article-error.ts'
import { figureImport, figureModule, resolvedId, specOf } from './figure-module.ts'
import { rewrite } from './rewrite.ts'

/** What a site's figures are found with: its root (absolute), its log, and who hears of every article. */
export interface Site {
  readonly root: string
  readonly logger: AstroIntegrationLogger
  readonly found: (file: ArticleFile, article: Article) => void
}

/** Finds the figures in compiled articles and Astro components, and draws each in a module of its own. */
export function vitePlugins(site: Site): Plugin[] {
  return [finder(site, /\.mdx$/, true), finder(site, /\.astro$/, false), drawer()]
}

/** Works on compiled code, so that neither the Markdown processor nor the order of integrations matters. */
function finder(site: Site, id: RegExp, provided: boolean): Plugin {
  return {
    name: `astro-rnn-figures:${provided ? 'articles' : 'components'}`,
    transform: {
      filter: { id, code: /RnnFigure|FigureRef|astro-rnn-figures|\brnn\b/ },
      handler(code, path) {
        const file = { path, shown: relative(site.root, path).replaceAll('\\', '/') }
        const program = this.parse(code) as unknown as estree.Program
        const article = articleIn({ program, source: () => readFileSync(path, 'utf8'), file, provided })
        site.found(file, article)
        for (const { tag } of article.figures) if (!tag.call.once) site.logger.warn(repeated(where(file, tag.place())))
        // Nothing is added that would move a line, so an existing source map stays true.
        return { code: rewrite(code, article, file), map: null }
      },
    },
  }
}

function repeated(place: string): string {
  return `A figure inside a function has no number, for nobody knows how often it will be shown (${place}).`
}

function drawer(): Plugin {
  return {
    name: 'astro-rnn-figures:drawings',
    resolveId: { filter: { id: figureImport }, handler: resolvedId },
    load: {
      filter: { id: figureModule },
      async handler(id) {
        return `export default ${JSON.stringify(await finishedFigure(specOf(id)))}`
      },
    },
  }
}
