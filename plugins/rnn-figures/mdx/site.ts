import type { AstroIntegrationLogger } from 'astro'
import type { Cache } from '../cache/cache.ts'
import type { FigureStore } from '../figure-store.ts'
import type { Appearance } from '../spec.ts'
import type { Tally } from '../tally.ts'
import type { ArticleCards } from './article-cards.ts'

/** Where figures are looked for, where they come from, and who hears of them. */
export interface Site {
  /** Absolute, with forward slashes, as is `pages`. */
  readonly root: string
  readonly pages: string
  readonly logger: AstroIntegrationLogger
  /** How figures look whose author does not say. */
  readonly usual: Appearance
  /** Changes with everything outside articles that decides their code. */
  readonly fingerprint: string
  readonly cache: Cache
  readonly figures: FigureStore
  readonly cards: ArticleCards | undefined
  readonly tally: Tally
}
