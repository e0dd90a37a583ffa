import roman from '@fontsource/vollkorn/files/vollkorn-latin-400-normal.woff?inline'
import type { FinishedFigure } from 'astro-rnn-figures'
import satori from 'satori'
import sharp from 'sharp'
import { site } from './site.ts'

const [width, height, margin] = [1200, 630, 100]
const picture = { width: width - 2 * margin, height: 320, top: 240 }

/** The picture of an article for links to it: its title and the cells of a figure. 1200 × 630 px, PNG. */
export async function card(title: string, figure: FinishedFigure | undefined): Promise<Uint8Array<ArrayBuffer>> {
  const words = await satori(page(title) as Parameters<typeof satori>[0], {
    width,
    height,
    fonts: [{ name: 'Vollkorn', data: Buffer.from(roman.slice(roman.indexOf(',') + 1), 'base64'), weight: 400 }],
  })
  const pictures = figure ? [{ input: await cells(figure), left: margin, top: picture.top }] : []
  return Uint8Array.from(await sharp(Buffer.from(words)).composite(pictures).png().toBuffer())
}

/** The first band of coloured cells, as large as the card allows; labels would depend on the fonts of the machine. */
async function cells({ drawings: [drawing = ''] }: FinishedFigure): Promise<Buffer> {
  const [root = ''] = /<svg[^>]*>/.exec(drawing) ?? []
  const [band = ''] = /<g [\s\S]*?<\/g>/.exec(drawing) ?? []
  const { data, info } = await sharp(Buffer.from(`${root}${band}</svg>`), { density: 288 })
    .trim()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { channels } = info
  return sharp(data, { raw: { width: info.width, height: info.height, channels } })
    .resize({ width: picture.width, height: picture.height, fit: 'fill', kernel: 'nearest' })
    .png()
    .toBuffer()
}

function page(title: string): object {
  return box(
    { width, height, padding: `52px ${margin}px`, flexDirection: 'column', background: '#fffefb' },
    box({ color: '#6b645a', fontSize: 30 }, site.title),
    box({ color: '#1f1b16', fontSize: 76, marginTop: 4 }, title),
  )
}

/** An element as satori takes it. */
function box(style: Readonly<Record<string, string | number>>, ...children: unknown[]): object {
  return { type: 'div', props: { children, style: { display: 'flex', ...style } } }
}
