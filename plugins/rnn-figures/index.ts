import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import type { Article } from './mdx/article.ts'
import { vitePlugins } from './mdx/vite-plugins.ts'

export type { FinishedFigure } from './figure.ts'
export type { FigureOptions } from './spec.ts'

/** The Astro integration. Its place among the other integrations does not matter. */
export default function rnnFigures(): AstroIntegration {
  const articles = new Map<string, Article>()
  return {
    name: 'astro-rnn-figures',
    hooks: {
      'astro:config:setup'({ config, updateConfig, logger }) {
        const root = fileURLToPath(config.root)
        const plugins = vitePlugins({ root, logger, found: ({ shown }, article) => articles.set(shown, article) })
        updateConfig({ vite: { plugins, define: { __RNN_FIGURES__: 'true' } } })
      },
      'astro:config:done'({ injectTypes }) {
        injectTypes({ filename: 'components.d.ts', content: providedTypes })
      },
      'astro:build:done'({ logger }) {
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
function report(articles: ReadonlyMap<string, Article>): readonly string[] {
  const lines = [...articles]
    .filter(([, { figures }]) => figures.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([file, { figures }]) => `${file}: ${figures.map(({ spec }) => spec?.kind ?? 'drawn with its page').join(', ')}`,
    )
  const count = [...articles.values()].reduce((sum, { figures }) => sum + figures.length, 0)
  return [...lines, `${count} figure${count === 1 ? '' : 's'}`]
}
