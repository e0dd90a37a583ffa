import satori, { type Font } from 'satori'
import sharp from 'sharp'
import type { Picture } from './picture.ts'
import { svgInPoints } from './standalone-svg.ts'

/** What stands on a picture for links to an article; fonts in the order in which a symbol is looked for in them. */
export interface CardWords {
  readonly site: string
  readonly title: string
  readonly fonts: readonly Uint8Array[]
}

const [width, height, margin] = [1200, 630, 80]
const paper = '#fffefb'

/** A picture of 1200 × 630 px as PNG: the site, the title, and a figure as large as there is room. */
export async function card(words: CardWords, figure: Picture | undefined): Promise<Uint8Array> {
  const text = await satori(page(words) as Parameters<typeof satori>[0], { width, height, fonts: named(words.fonts) })
  const room = { width: width - 2 * margin, height: 320 }
  const pictures = figure ? [await placed(figure, room)] : []
  return sharp(Buffer.from(text)).composite(pictures).png().toBuffer()
}

/** The figure at the bottom of the card, in the middle. */
async function placed(figure: Picture, room: { readonly width: number; readonly height: number }) {
  const { width: across, height: down, scale } = figure.sheet
  const enlarged = Math.min(room.width / across, room.height / down)
  const density = (72 * enlarged) / scale
  const { data, info } = await sharp(Buffer.from(svgInPoints(figure)), { density })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { input: data, left: Math.round((width - info.width) / 2), top: height - 64 - info.height }
}

function named(fonts: readonly Uint8Array[]): Font[] {
  return fonts.map((data, index) => ({ name: `words-${index}`, data: Buffer.from(data), weight: 400 }))
}

function page({ site, title, fonts }: CardWords): object {
  const fontFamily = fonts.map((_, index) => `words-${index}`).join(', ')
  const size = title.length > 44 ? 48 : title.length > 30 ? 60 : 72
  return box(
    { width, height, padding: `48px ${margin}px`, flexDirection: 'column', background: paper, fontFamily },
    box({ color: '#6b645a', fontSize: 30 }, site),
    box({ color: '#1f1b16', fontSize: size, lineHeight: 1.15, marginTop: 6, lineClamp: 2 }, title),
  )
}

/** An element as satori takes it; text must stand in a block to be cut after some lines. */
function box(style: Readonly<Record<string, string | number>>, ...children: unknown[]): object {
  const display = 'lineClamp' in style ? 'block' : 'flex'
  return { type: 'div', props: { children, style: { display, ...style } } }
}
