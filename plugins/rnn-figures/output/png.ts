import sharp from 'sharp'
import type { Picture } from './picture.ts'
import { svgInPoints } from './standalone-svg.ts'

/** A picture as PNG on white, which says how large it is on paper. */
export async function png(picture: Picture): Promise<Uint8Array> {
  const { resolution } = picture.sheet
  return sharp(Buffer.from(svgInPoints(picture)), { density: resolution, unlimited: true })
    .flatten({ background: '#fff' })
    .withMetadata({ density: resolution })
    .png()
    .toBuffer()
}
