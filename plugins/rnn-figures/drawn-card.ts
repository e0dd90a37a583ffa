import { type Load, readingOptions } from './attachments.ts'
import { computedFigure } from './computed-figure.ts'
import { figurePicture } from './figure-picture.ts'
import { type CardWords, card, missingOnCard } from './output/card.ts'
import { cardFont } from './output/card-font.ts'
import type { Picture } from './output/picture.ts'
import type { Typefaces } from './output/typefaces.ts'
import type { FigureSpec } from './spec.ts'
import { quotedSymbols } from './wording.ts'

/** What stands on a card, and the files of its fonts in the order in which a symbol is looked for in them. */
export interface CardText {
  readonly site: string
  readonly title: string
  readonly fonts: readonly Uint8Array[]
}

/** A card as PNG, and what its author should know. */
export interface DrawnCard {
  readonly bytes: Uint8Array
  readonly warnings: readonly string[]
}

/** Draws a card with the figure that `first` asks for. */
export async function drawnCard(
  { fonts, ...text }: CardText,
  first: FigureSpec | undefined,
  load: Load,
  typefaces: Typefaces,
): Promise<DrawnCard> {
  const words = {
    ...text,
    typefaces: fonts.map((bytes, index) => cardFont(`words-${index}`, 'A font of the words on cards', bytes)),
  }
  const bytes = await card(words, first && picture(first, load, typefaces))
  return { bytes, warnings: unprintable(words) }
}

function picture(spec: FigureSpec, load: Load, typefaces: Typefaces): Picture {
  return figurePicture(computedFigure(spec, readingOptions(spec, load)), typefaces)
}

function unprintable(words: CardWords): readonly string[] {
  const missing = missingOnCard(words)
  if (missing.length === 0) return []
  return [
    `No font has ${quotedSymbols(missing)}: the card shows a box instead. Name a font file with such symbols in \`card.font\` or \`fonts\`.`,
  ]
}
