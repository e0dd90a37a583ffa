import { type Load, readingOptions } from '../attachments.ts'
import type { Cache } from '../cache/cache.ts'
import { computedFigure } from '../computed-figure.ts'
import type { FigureFile } from '../figure-files.ts'
import { figureKey } from '../figure-key.ts'
import { figurePicture } from '../figure-picture.ts'
import { bytesHash, textHash } from '../hash.ts'
import { type CardWords, card, missingOnCard } from '../output/card.ts'
import { cardFont } from '../output/card-font.ts'
import type { Picture } from '../output/picture.ts'
import type { Typefaces } from '../output/typefaces.ts'
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
  readonly words: {
    readonly site: string
    /** In the order in which a symbol is looked for in them. */
    readonly fonts: readonly Uint8Array[]
  }
  readonly cache: Cache
  readonly fingerprint: string
  readonly typefaces: () => Typefaces
}

/** Cards from the cache, or drawn. */
export function articleCards({ words, cache, fingerprint, typefaces }: ArticleCardsOptions): ArticleCards {
  const { site, fonts } = words
  const common = [fingerprint, site, fonts.map(bytesHash)]
  const opened = fonts.map((bytes, index) => cardFont(`words-${index}`, bytes))
  return {
    async card(title, first, load) {
      const key = textHash(JSON.stringify([common, title, first && figureKey(fingerprint, first, load)]))
      const kept = await keptCard(key, cache)
      if (kept) return kept
      const all = { site, title, typefaces: opened }
      const bytes = await card(all, first && picture(first, load, typefaces()))
      const file = { name: `rnn-card-${bytesHash(bytes).slice(0, 16)}.png`, bytes }
      const warnings = warningsOf(all)
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

/** As a page shows it, whatever its files are printed for. */
function picture(spec: FigureSpec, load: Load, typefaces: Typefaces): Picture {
  return figurePicture(
    computedFigure({ ...spec, venue: undefined, size: undefined }, readingOptions(spec, load)),
    typefaces,
  ).picture
}

function warningsOf(words: CardWords): readonly string[] {
  const missing = missingOnCard(words)
  if (missing.length === 0) return []
  const [boxes, symbols] = missing.length === 1 ? ['a box in its place', 'it'] : ['boxes in their place', 'them']
  const names = missing.slice(0, 3).map((symbol) => `${JSON.stringify(symbol)} (${codes(symbol)})`)
  const more = missing.length > 3 ? ` and ${missing.length - 3} more` : ''
  return [
    `No font has ${names.join(', ')}${more}: the card shows ${boxes}. Name a font file in \`card.font\` or \`fonts\` that has ${symbols}.`,
  ]
}

function codes(symbol: string): string {
  const points = Array.from(symbol, (character) => character.codePointAt(0) ?? 0)
  return points.map((point) => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
}
