import { realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger } from 'astro'
import { type Cache, cache } from './cache/cache.ts'
import { driverOf } from './cache/driver.ts'
import { fingerprint } from './cache/fingerprint.ts'
import { folderDriver } from './cache/folder-driver.ts'
import { tiered } from './cache/tiered.ts'
import { drawing } from './drawing.ts'
import { figureStore } from './figure-store.ts'
import { type FontFile, fontFiles } from './font-files.ts'
import { bytesHash, textHash } from './hash.ts'
import { articleCards } from './mdx/article-cards.ts'
import type { Site } from './mdx/site.ts'
import { vitePlugins } from './mdx/vite-plugins.ts'
import { bundledBytes } from './output/bundled-fonts.ts'
import { checkedSiteOptions, type SharedStore, type SiteOptions } from './site-options.ts'
import { type Tally, tally } from './tally.ts'

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
        const site = await siteOf(checked, config, logger)
        Object.assign(running, { cache: site.cache, tally: site.tally })
        updateConfig({ vite: { plugins: vitePlugins(site, config.base), define: { __RNN_FIGURES__: 'true' } } })
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

async function siteOf(options: SiteOptions, config: AstroConfig, logger: AstroIntegrationLogger): Promise<Site> {
  const { fonts = [], cache: shared, card, ...usual } = options
  const folder = fileURLToPath(config.root)
  const root = realpathSync(folder)
  const pages = join(root, relative(folder, fileURLToPath(config.srcDir)), 'pages')
  const own = fontFiles(root, fonts, 'fonts')
  const [lettering] = fontFiles(root, card?.font === undefined ? [] : [card.font], 'card.font')
  await checkFonts(own, lettering)
  const figures = textHash(JSON.stringify([fingerprint(), own.map(({ bytes }) => bytesHash(bytes))]))
  const all = [...(lettering ? [lettering] : []), { bytes: bundledBytes('sans') }, ...own]
  const words = card && { site: card.site, fonts: all.map(({ bytes }) => bytes) }
  const counts = tally(() => performance.now())
  const kept = await cacheOf(fileURLToPath(new URL('astro-rnn-figures/', config.cacheDir)), shared, logger)
  const common = { cache: kept, fingerprint: figures, drawing: drawing(own) }
  return {
    root: root.replaceAll('\\', '/'),
    // Vite names modules by their real paths, with forward slashes on every system.
    pages: `${pages.replaceAll('\\', '/')}/`,
    logger,
    usual,
    // What a card says is no part of any figure.
    fingerprint: textHash(JSON.stringify([figures, usual, words && [words.site, words.fonts.map(bytesHash)]])),
    cache: kept,
    figures: figureStore({ ...common, found: counts.found }),
    cards: words && articleCards({ ...common, words }),
    tally: counts,
  }
}

/** The cache of a folder, before one that others share. */
async function cacheOf(
  folder: string,
  shared: SharedStore | undefined,
  logger: AstroIntegrationLogger,
): Promise<Cache> {
  const failed = (which: string) => (why: string) =>
    logger.warn(`The ${which} of figures cannot be used, so what it lacks is drawn anew: ${why}`)
  const own = cache(folderDriver(folder), failed('cache'))
  return shared ? tiered(own, cache(await driverOf(shared), failed('shared cache'))) : own
}

/** A font that cannot be used is told at once, and not when the first figure is drawn. */
async function checkFonts(own: readonly FontFile[], lettering: FontFile | undefined): Promise<void> {
  if (own.length === 0 && !lettering) return
  const { checkCardFont, siteTypefaces } = await import('./site-fonts.ts')
  siteTypefaces(own)
  if (lettering) checkCardFont(lettering)
}

/** Tells editors and `astro check` which components an article has without import. */
const providedTypes = `
interface MDXProvidedComponents {
  RnnFigure: typeof import('astro-rnn-figures/components').RnnFigure
  FigureRef: typeof import('astro-rnn-figures/components').FigureRef
}
`
