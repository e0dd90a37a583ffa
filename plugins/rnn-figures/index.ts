import { realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { type ArticleCache, articleCache } from './mdx/article-cache.ts'
import { type Site, vitePlugins } from './mdx/vite-plugins.ts'

export type { FinishedFigure } from './figure.ts'
export type { FigureOptions } from './spec.ts'

/** The Astro integration. Its place among the other integrations does not matter. */
export default function rnnFigures(): AstroIntegration {
  const articles = new Map<string, readonly string[]>()
  let cache: ArticleCache | undefined
  return {
    name: 'astro-rnn-figures',
    hooks: {
      'astro:config:setup'({ config, updateConfig, logger }) {
        const failed = (why: string) => logger.warn(`Figures cannot be kept for the next build: ${why}`)
        cache = articleCache(fileURLToPath(new URL('astro-rnn-figures/', config.cacheDir)), failed)
        const root = realpathSync(fileURLToPath(config.root))
        const pages = join(root, relative(fileURLToPath(config.root), fileURLToPath(config.srcDir)), 'pages')
        const site: Site = {
          root: root.replaceAll('\\', '/'),
          // Vite names modules by their real paths, with forward slashes on every system.
          pages: `${pages.replaceAll('\\', '/')}/`,
          logger,
          cache,
          found: ({ shown }, kinds) => articles.set(shown, kinds),
        }
        updateConfig({ vite: { plugins: vitePlugins(site), define: { __RNN_FIGURES__: 'true' } } })
      },
      'astro:config:done'({ injectTypes }) {
        injectTypes({ filename: 'components.d.ts', content: providedTypes })
      },
      'astro:build:done'({ logger }) {
        cache?.prune()
        for (const line of report(articles)) logger.info(line)
      },
    },
  }
}

/** Tells editors and `astro check` which components an article has without import. */
const providedTypes = `
interface MDXProvidedComponents {
  RnnFigure: typeof import('astro-rnn-figures/components').RnnFigure
  FigureRef: typeof import('astro-rnn-figures/components').FigureRef
}
`

/** One line for each file with figures, in the order of their names, and one for all. */
function report(articles: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const lines = [...articles].filter(([, kinds]) => kinds.length > 0).sort(([a], [b]) => (a < b ? -1 : 1))
  const count = lines.reduce((sum, [, kinds]) => sum + kinds.length, 0)
  return [...lines.map(([file, kinds]) => `${file}: ${kinds.join(', ')}`), `${count} figure${count === 1 ? '' : 's'}`]
}
