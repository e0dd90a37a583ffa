import { mkdtempSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { tool } from '../tools.ts'
import { type Pixels, pixels } from './pixels.ts'

/** Programs that make pixels of a PDF: two renderers that share nothing but the reading of the file. */
export const rasterisers = ['pdftoppm', 'pdftocairo'] as const

/** A page of a PDF at a resolution in pixels per inch. */
export async function rasterised(
  pdf: Uint8Array,
  resolution: number,
  rasteriser: (typeof rasterisers)[number] = 'pdftocairo',
): Promise<Pixels> {
  const folder = mkdtempSync(join(tmpdir(), 'rnn-page-'))
  try {
    await writeFile(join(folder, 'page.pdf'), pdf)
    const place = join(folder, 'page')
    await tool(rasteriser, '-png', '-singlefile', '-r', String(resolution), `${place}.pdf`, place)
    return await pixels(sharp(await readFile(`${place}.png`), { limitInputPixels: false }))
  } finally {
    await rm(folder, { recursive: true })
  }
}
