import type { FormatName } from './format.ts'
import { pdf } from './pdf.ts'
import type { Picture } from './picture.ts'
import { png } from './png.ts'
import { standaloneSvg } from './standalone-svg.ts'

/** Writes a picture as the bytes of a file. */
export type Format = (picture: Picture) => Uint8Array | Promise<Uint8Array>

/** Every format that a figure can be written in. */
export const formats = {
  svg: (picture) => new TextEncoder().encode(standaloneSvg(picture)),
  png,
  pdf,
} satisfies Readonly<Record<FormatName, Format>>
