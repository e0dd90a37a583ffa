import { short } from '../scene/cell-paths.ts'
import type { Raster } from '../scene/scene.ts'
import { dataUri } from './data-uri.ts'
import { opaquePng } from './opaque-png.ts'
import { outlined } from './outlined.ts'
import { type Picture, pointsPerPx, type Sheet } from './picture.ts'
import { svg } from './svg.ts'

/** A picture as an SVG file that needs no font and no other file; its size is in px on a screen, in mm on paper. */
export function standaloneSvg(picture: Picture): string {
  const { width, height, scale } = picture.sheet
  const unit =
    scale === pointsPerPx ? (px: number) => short(px) : (px: number) => `${short((px * scale * 25.4) / 72)}mm`
  return withSize(picture, unit(width), unit(height))
}

/** The same with its size in points without a unit, for programs that take a resolution. */
export function svgInPoints(picture: Picture): string {
  const { width, height, scale } = picture.sheet
  return withSize(picture, String(width * scale), String(height * scale))
}

function withSize({ scene, about, sheet, palette, typefaces }: Picture, width: string, height: string): string {
  const box = `width="${width}" height="${height}" viewBox="${viewBox(sheet)}"`
  const addressOf = (raster: Raster) => dataUri('image/png', opaquePng(raster, palette))
  return svg({ ...scene, marks: outlined(scene.marks, typefaces) }, about, { palette, box, addressOf })
}

function viewBox({ x, width, height }: Sheet): string {
  return [x, 0, width, height].map(short).join(' ')
}
