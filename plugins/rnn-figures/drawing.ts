import type { Load } from './attachments.ts'
import type { CardText, DrawnCard } from './drawn-card.ts'
import type { DrawnFigure } from './drawn-figure.ts'
import type { FontFile } from './font-files.ts'
import type { Typefaces } from './output/typefaces.ts'
import type { FigureSpec } from './spec.ts'

/** Draws what a site shows. The libraries for it are loaded when something is drawn; most builds draw nothing. */
export interface Drawing {
  readonly figure: (spec: FigureSpec, load: Load) => Promise<DrawnFigure>
  readonly card: (text: CardText, first: FigureSpec | undefined, load: Load) => Promise<DrawnCard>
}

/** A drawing with a site's fonts. */
export function drawing(fonts: readonly FontFile[]): Drawing {
  const open: { typefaces?: Promise<Typefaces> } = {}
  const typefaces = (): Promise<Typefaces> => (open.typefaces ??= opened(fonts))
  return {
    async figure(spec, load) {
      const { drawnFigure } = await import('./drawn-figure.ts')
      return drawnFigure(spec, load, await typefaces())
    },
    async card(text, first, load) {
      const { drawnCard } = await import('./drawn-card.ts')
      return drawnCard(text, first, load, await typefaces())
    },
  }
}

async function opened(fonts: readonly FontFile[]): Promise<Typefaces> {
  const { siteTypefaces } = await import('./site-fonts.ts')
  return siteTypefaces(fonts)
}
