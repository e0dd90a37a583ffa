import sharp from 'sharp'
import type { Picture } from './picture.ts'
import { svgInPoints } from './standalone-svg.ts'

/** A picture as PNG on white; sharp writes the resolution into it, and with that how large it is on paper. */
export async function png(shown: Picture): Promise<Uint8Array> {
  const { resolution } = shown.sheet
  const source = Buffer.from(svgInPoints(shown, '#fff'))
  const picture = sharp(source, { density: resolution, unlimited: true }).removeAlpha()
  // Flat colours: more effort than this makes files larger as often as smaller.
  return picture.png({ compressionLevel: 4 }).toBuffer()
}
