import { short } from '../scene/cell-paths.ts'
import type { Raster } from '../scene/scene.ts'
import { dataUri } from './data-uri.ts'
import { opaquePng } from './opaque-png.ts'
import { outlined } from './outlined.ts'
import { type Picture, pointsPerMm, pointsPerPx, type Sheet } from './picture.ts'
import { svg } from './svg.ts'

/** A picture as an SVG file that needs no font and no other file; its size is in px on a screen, in mm on paper. */
export function standaloneSvg(picture: Picture): string {
  const { width, height, scale } = picture.sheet
  const unit =
    scale === pointsPerPx ? (px: number) => short(px) : (px: number) => `${short((px * scale) / pointsPerMm)}mm`
  return withSize(picture, unit(width), unit(height))
}

/** The same with its size in points without a unit, for programs that take a resolution, and on paper of a colour. */
export function svgInPoints(picture: Picture, colour?: string): string {
  const { x, width, height, scale } = picture.sheet
  const paper = colour && `<rect x="${x}" width="${width}" height="${height}" fill="${colour}"/>`
  return withSize(picture, String(width * scale), String(height * scale), paper)
}

function withSize(picture: Picture, width: string, height: string, paper = ''): string {
  const { scene, about, sheet, palette, typefaces } = picture
  const box = `width="${width}" height="${height}" viewBox="${viewBox(sheet)}"`
  const addressOf = (raster: Raster) => dataUri('image/png', opaquePng(raster, palette))
  return svg({ ...scene, marks: outlined(scene.marks, typefaces) }, about, { palette, box, paper, addressOf })
}

function viewBox({ x, width, height }: Sheet): string {
  return [x, 0, width, height].map(short).join(' ')
}
