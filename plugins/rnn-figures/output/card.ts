import satori, { type Font } from 'satori'
import sharp from 'sharp'
import { type CardLayout, cardLayout, sheet } from './card-layout.ts'
import type { Picture } from './picture.ts'
import { svgInPoints } from './standalone-svg.ts'
import { leading, type TitleLines, titleLines } from './title-lines.ts'
import type { Typeface } from './typefaces.ts'
import { stretches } from './typeset.ts'

/** What stands on a picture for links to an article; typefaces in the order in which a symbol is looked for in them. */
export interface CardWords {
  readonly site: string
  readonly title: string
  readonly typefaces: readonly Typeface[]
}

const inks = { paper: '#fffefb', title: '#1f1b16', site: '#6b645a' } as const

/** Of titles above or beside a figure, and of those that stand alone, in px. */
const sizes = { captioning: [76, 68, 60, 52, 46, 40, 36, 32, 28], alone: [112, 96, 84, 72, 60, 48, 40] } as const

/** A picture of 1200 × 630 px as PNG: the site, the title, and a figure as large as there is room. */
export async function card(words: CardWords, figure: Picture | undefined): Promise<Uint8Array> {
  const usual = figure ? sizes.captioning : sizes.alone
  const layout = cardLayout(figure && sizeOf(figure), (room) => titleLines(words.title, room, usual, words.typefaces))
  const { width, height } = sheet
  const drawn = page(words, layout.title) as Parameters<typeof satori>[0]
  const text = await satori(drawn, { width, height, fonts: fontsOf(words) })
  const pictures = figure ? [await placed(figure, layout)] : []
  return sharp(Buffer.from(text)).composite(pictures).png().toBuffer()
}

/** In points, of which a picture has one to a px at 72 to the inch. */
function sizeOf({ sheet: { width, height, scale } }: Picture) {
  return { width: width * scale, height: height * scale }
}

/** Beside the title in the middle of the height, or below it at the bottom. */
async function placed(figure: Picture, { scale, beside }: CardLayout) {
  const { data, info } = await sharp(Buffer.from(svgInPoints(figure)), { density: 72 * scale })
    .png()
    .toBuffer({ resolveWithObject: true })
  const [right, below] = [sheet.width - sheet.side - info.width, sheet.height - sheet.bottom - info.height]
  const left = beside ? right : (sheet.width - info.width) / 2
  const top = beside ? (sheet.height - info.height) / 2 : below
  return { input: data, left: Math.round(left), top: Math.round(top) }
}

/** The graphemes of a card's words that no typeface has, each once. */
export function missingOnCard({ site, title, typefaces }: CardWords): readonly string[] {
  const lost = stretches(`${site} ${title}`, typefaces).filter(({ found }) => !found)
  const graphemes = lost.flatMap(({ text }) => Array.from(new Intl.Segmenter('en').segment(text)))
  return [...new Set(graphemes.map(({ segment }) => segment))]
}

function fontsOf({ typefaces }: CardWords): Font[] {
  return typefaces.map(({ id, bytes }) => ({ name: id, data: Buffer.from(bytes), weight: 400 }))
}

function page({ site, typefaces }: CardWords, { lines, size }: TitleLines): object {
  const { width, height, side, top, words } = sheet
  const fontFamily = typefaces.map(({ id }) => id).join(', ')
  const line = { color: inks.title, fontSize: size, lineHeight: leading, whiteSpace: 'pre' }
  return box(
    { width, height, position: 'relative', background: inks.paper, fontFamily },
    box({ position: 'absolute', left: side, top, color: inks.site, fontSize: 30, lineHeight: 1.2 }, site),
    box(
      { position: 'absolute', left: side, top: words, flexDirection: 'column' },
      ...lines.map((text) => box(line, text)),
    ),
  )
}

/** An element as satori takes it. */
function box(style: Readonly<Record<string, string | number>>, ...children: unknown[]): object {
  return { type: 'div', props: { children, style: { display: 'flex', ...style } } }
}
