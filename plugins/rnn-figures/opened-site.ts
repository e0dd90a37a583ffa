import { realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroConfig, AstroIntegrationLogger } from 'astro'
import { fingerprint } from './cache/fingerprint.ts'
import { siteCache } from './cache/site-cache.ts'
import { drawing } from './drawing.ts'
import { figureStore } from './figure-store.ts'
import { type FontFile, fontFiles } from './font-files.ts'
import { bytesHash, textHash } from './hash.ts'
import { articleCards } from './mdx/article-cards.ts'
import type { Site } from './mdx/site.ts'
import { bundledBytes } from './output/bundled-fonts.ts'
import type { SiteOptions } from './site-options.ts'
import { tally } from './tally.ts'

/** What a configuration and its options make of a site. Throws an error if one of them names what cannot be used. */
export async function openedSite(
  options: SiteOptions,
  config: AstroConfig,
  logger: AstroIntegrationLogger,
): Promise<Site> {
  const { fonts = [], cache: shared, card, labels: _, ...usual } = options
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
  const kept = await siteCache(fileURLToPath(new URL('astro-rnn-figures/', config.cacheDir)), shared, logger)
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

/** A font that cannot be used is told at once, and not when the first figure is drawn. */
async function checkFonts(own: readonly FontFile[], lettering: FontFile | undefined): Promise<void> {
  if (own.length === 0 && !lettering) return
  const { checkCardFont, siteTypefaces } = await import('./site-fonts.ts')
  siteTypefaces(own)
  if (lettering) checkCardFont(lettering)
}
