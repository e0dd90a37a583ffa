import type { Raster } from '../scene/scene.ts'
import { indexedPng } from './indexed-png.ts'
import type { Palette } from './palettes.ts'

/** A raster in a palette's tints, which lie on light and dark pages alike. */
export function tintedPng(raster: Raster, palette: Palette): Uint8Array<ArrayBuffer> {
  return indexedPng(raster, (level) => palette.tint(raster.ramp, level))
}
