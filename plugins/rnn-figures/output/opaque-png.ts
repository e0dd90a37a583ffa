import type { Raster } from '../scene/scene.ts'
import { indexedPng } from './indexed-png.ts'
import type { Palette } from './palettes.ts'

/** A raster in a palette's own colours, for white paper; the neutral level leaves the paper as it is. */
export function opaquePng(raster: Raster, palette: Palette): Uint8Array<ArrayBuffer> {
  return indexedPng(raster, (level) => {
    const colour = palette.level(raster.ramp, level)
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    return [red, green, blue, level === 0 ? 0 : 255]
  })
}
