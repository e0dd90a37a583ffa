import type { AstroIntegration } from 'astro'
import type { Cache } from './cache/cache.ts'
import { vitePlugins } from './mdx/vite-plugins.ts'
import { openedSite } from './opened-site.ts'
import { checkedSiteOptions, type SiteOptions } from './site-options.ts'
import type { Tally } from './tally.ts'

export type { FigureLink, FinishedFigure } from './figure.ts'
export type { SiteOptions } from './site-options.ts'
export type { FigureOptions } from './spec.ts'

/** The Astro integration. Its place among the other integrations does not matter. */
export default function rnnFigures(options: SiteOptions = {}): AstroIntegration {
  const checked = checkedSiteOptions(options)
  const running: { cache?: Cache; tally?: Tally } = {}
  return {
    name: 'astro-rnn-figures',
    hooks: {
      async 'astro:config:setup'({ config, updateConfig, logger }) {
        const site = await openedSite(checked, config, logger)
        Object.assign(running, { cache: site.cache, tally: site.tally })
        updateConfig({
          vite: {
            plugins: vitePlugins(site, config.base),
            define: { __RNN_FIGURES__: JSON.stringify({ labels: checked.labels }) },
          },
        })
      },
      'astro:config:done'({ injectTypes }) {
        injectTypes({ filename: 'components.d.ts', content: providedTypes })
      },
      async 'astro:build:done'({ logger }) {
        await running.cache?.prune()
        await running.cache?.close()
        const line = running.tally?.line()
        if (line !== undefined) logger.info(line)
      },
      async 'astro:server:done'() {
        await running.cache?.close()
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
