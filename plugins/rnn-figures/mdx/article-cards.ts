import { type Load, readingOptions } from '../attachments.ts'
import type { Cache } from '../cache/cache.ts'
import { computedFigure } from '../computed-figure.ts'
import type { FigureFile } from '../figure-files.ts'
import { figureKey } from '../figure-key.ts'
import { figurePicture } from '../figure-picture.ts'
import { bytesHash, textHash } from '../hash.ts'
import { type CardWords, card } from '../output/card.ts'
import type { Picture } from '../output/picture.ts'
import type { Typefaces } from '../output/typefaces.ts'
import type { FigureSpec } from '../spec.ts'

/** Pictures for links to articles, kept like figures. */
export interface ArticleCards {
  /** The picture of an article with this title and first figure, and its key in the cache. */
  readonly card: (title: string, first: FigureSpec | undefined, load: Load) => Promise<Card>
}

interface Card {
  readonly key: string
  readonly file: FigureFile
}

/** What the cards of a site have in common. */
export interface ArticleCardsOptions {
  readonly words: Omit<CardWords, 'title'>
  readonly cache: Cache
  readonly fingerprint: string
  readonly typefaces: () => Typefaces
}

/** Cards from the cache, or drawn. */
export function articleCards({ words, cache, fingerprint, typefaces }: ArticleCardsOptions): ArticleCards {
  const site = [fingerprint, words.site, words.fonts.map(bytesHash)]
  return {
    async card(title, first, load) {
      const key = textHash(JSON.stringify([site, title, first && figureKey(fingerprint, first, load)]))
      const kept = (await cache.read(key))?.files[0]
      if (kept) return { key, file: kept }
      const bytes = await card({ ...words, title }, first && picture(first, load, typefaces()))
      const file = { name: `rnn-card-${bytesHash(bytes).slice(0, 16)}.png`, bytes }
      await cache.write(key, { text: '', files: [file] })
      return { key, file }
    },
  }
}

/** As a page shows it, whatever its files are printed for. */
function picture(spec: FigureSpec, load: Load, typefaces: Typefaces): Picture {
  return figurePicture(computedFigure({ ...spec, venue: undefined }, readingOptions(spec, load)), typefaces).picture
}
