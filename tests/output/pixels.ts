import type { Sharp } from 'sharp'

export type Colour = readonly [red: number, green: number, blue: number]

/** A picture as pixels on white. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly at: (x: number, y: number) => Colour
}

/** Opens a picture in a file or in memory. */
export async function pixels(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  return {
    width,
    height,
    at: (x, y) => {
      const place = (y * width + x) * channels
      return [data[place] ?? 0, data[place + (channels > 1 ? 1 : 0)] ?? 0, data[place + (channels > 1 ? 2 : 0)] ?? 0]
    },
  }
}

/** `#rrggbb` as numbers. */
export function colourOf(hex: string): Colour {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return [red, green, blue]
}

/** True where something is drawn. */
export function isInk(colour: Colour): boolean {
  return Math.min(...colour) < 240
}

/** The smallest box that holds everything drawn, in pixels; `right` and `bottom` lie outside it. */
export function inked({ width, height, at }: Pixels) {
  const box = { left: width, top: height, right: 0, bottom: 0 }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!isInk(at(x, y))) continue
      Object.assign(box, { left: Math.min(box.left, x), right: Math.max(box.right, x + 1) })
      Object.assign(box, { top: Math.min(box.top, y), bottom: Math.max(box.bottom, y + 1) })
    }
  }
  return box
}
