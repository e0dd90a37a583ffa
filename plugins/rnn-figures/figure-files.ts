import type { ComputedFigure } from './computed-figure.ts'
import type { FigureLink } from './figure.ts'
import { type FigureFile, figureFile, fileMark } from './figure-file.ts'
import { figurePicture } from './figure-picture.ts'
import { dataTable } from './figures/data-table.ts'
import { csv } from './output/csv.ts'
import { dataNames, type FileName, type FormatName } from './output/format.ts'
import { formats } from './output/formats.ts'
import { json } from './output/json.ts'
import { type PaletteName, palette } from './output/palettes.ts'
import { type Picture, pointsPerPx } from './output/picture.ts'
import { tintedPng } from './output/tinted-png.ts'
import type { Typefaces } from './output/typefaces.ts'
import { pictureWarnings } from './picture-warnings.ts'
import type { Raster } from './scene/scene.ts'

/** The files of a figure, where to find them, and what its author should know about them. */
export interface FigureFiles {
  readonly links: readonly FigureLink[]
  readonly files: readonly FigureFile[]
  readonly warnings: readonly string[]
}

/** The formats that a figure has unless its author says otherwise; its data comes with it in any case. */
export const usualFormats: readonly FormatName[] = ['svg', 'png']

/** Writes the figure in each of its formats, and its data. */
export async function figureFiles(figure: ComputedFigure, typefaces: Typefaces): Promise<FigureFiles> {
  const pictures = new Set(figure.spec.formats ?? usualFormats)
  const { picture, files, warnings } = await writtenFigure(figure, [...pictures, ...dataNames], typefaces)
  const written = files.map(({ format, bytes }) => ({ format, file: figureFile(format, bytes) }))
  return {
    links: written.map(({ format, file }) => ({
      format,
      address: fileMark + file.name,
      ...(picture && isPicture(format) ? sizeOf(picture) : {}),
    })),
    files: written.map(({ file }) => file),
    warnings,
  }
}

/** A figure as the bytes of files, and what its author should know about its pictures. */
export interface WrittenFigure {
  /** Missing where only data is written. */
  readonly picture: Picture | undefined
  readonly files: readonly { readonly format: FileName; readonly bytes: Uint8Array }[]
  readonly warnings: readonly string[]
}

/** Writes the figure in these formats and no others, in their order. */
export async function writtenFigure(
  figure: ComputedFigure,
  names: readonly FileName[],
  typefaces: Typefaces,
): Promise<WrittenFigure> {
  const picture = names.some(isPicture) ? figurePicture(figure, typefaces) : undefined
  const files = await Promise.all(
    names.map(async (format) => ({
      format,
      bytes: picture && isPicture(format) ? await formats[format](picture) : data(figure, format),
    })),
  )
  return { picture, files, warnings: picture ? pictureWarnings(figure, picture) : [] }
}

function isPicture(name: FileName): name is FormatName {
  return name in formats
}

function data({ reading, selected, about }: ComputedFigure, format: FileName): Uint8Array {
  const table = dataTable(reading, selected, true)
  return new TextEncoder().encode(format === 'csv' ? csv(table) : json(table, about))
}

/** In CSS px, as a page would show it. */
function sizeOf({ sheet: { width, height, scale } }: Picture) {
  const px = (length: number): number => Math.round((length * scale) / pointsPerPx)
  return { width: px(width), height: px(height) }
}

/** The picture of a large matrix as a file: both layouts of a page show the same. */
export function pictureFile(raster: Raster, name: PaletteName): FigureFile {
  return figureFile('png', tintedPng(raster, palette(name, 'light')))
}
