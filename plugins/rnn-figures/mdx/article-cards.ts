import type { Load } from '../attachments.ts'
import type { Cache } from '../cache/cache.ts'
import type { Drawing } from '../drawing.ts'
import type { CardText } from '../drawn-card.ts'
import { type FigureFile, figureFile } from '../figure-file.ts'
import { figureKey } from '../figure-key.ts'
import { bytesHash, textHash } from '../hash.ts'
import type { FigureSpec } from '../spec.ts'

/** Pictures for links to articles, kept like figures. */
export interface ArticleCards {
  /** The picture of an article with this title and first figure, and its key in the cache. */
  readonly card: (title: string, first: FigureSpec | undefined, load: Load) => Promise<Card>
}

/** A finished card. */
export interface Card {
  readonly key: string
  readonly file: FigureFile
  /** What the author should know, a sentence each. */
  readonly warnings: readonly string[]
}

/** What the cards of a site have in common. */
export interface ArticleCardsOptions {
  readonly words: Omit<CardText, 'title'>
  readonly cache: Cache
  readonly fingerprint: string
  readonly drawing: Pick<Drawing, 'card'>
}

/** Cards from the cache, or drawn. */
export function articleCards({ words, cache, fingerprint, drawing }: ArticleCardsOptions): ArticleCards {
  const { site, fonts } = words
  const common = [fingerprint, site, fonts.map(bytesHash)]
  return {
    async card(title, first, load) {
      const figure = first && { ...first, formats: undefined, venue: undefined, size: undefined }
      const key = textHash(JSON.stringify([common, title, figure && figureKey(fingerprint, figure, load)]))
      const kept = await keptCard(key, cache)
      if (kept) return kept
      const { bytes, warnings } = await drawing.card({ ...words, title }, figure, load)
      const file = figureFile('png', bytes, 'rnn-card')
      await cache.write(key, { text: JSON.stringify(warnings), files: [file] })
      return { key, file, warnings }
    },
  }
}

/** The card of a key that an earlier build gave, if it is still there. */
export async function keptCard(key: string, cache: Cache): Promise<Card | undefined> {
  const entry = await cache.read(key)
  const file = entry?.files[0]
  return file && { key, file, warnings: JSON.parse(entry.text) }
}
