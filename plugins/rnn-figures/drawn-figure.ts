import { type Load, readingOptions } from './attachments.ts'
import { computedFigure } from './computed-figure.ts'
import { finishedFigure } from './figure.ts'
import { type FigureFile, fileMark } from './figure-file.ts'
import { figureFiles, pictureFile } from './figure-files.ts'
import type { Typefaces } from './output/typefaces.ts'
import type { Raster } from './scene/scene.ts'
import type { FigureSpec } from './spec.ts'

/** A finished figure as JSON, in which marks stand for the addresses of its files. */
export interface DrawnFigure {
  readonly markup: string
  readonly files: readonly FigureFile[]
  /** What its author should know, a sentence each. */
  readonly warnings: readonly string[]
}

/** Runs the network, draws the figure and writes its files. Throws a `NetworkError` where that cannot be done. */
export async function drawnFigure(spec: FigureSpec, load: Load, typefaces: Typefaces): Promise<DrawnFigure> {
  const figure = computedFigure(spec, readingOptions(spec, load))
  const { links, files, warnings } = await figureFiles(figure, typefaces)
  const pictures: FigureFile[] = []
  const addressOf = (raster: Raster): string => {
    const file = pictureFile(raster, spec.palette ?? 'default')
    pictures.push(file)
    return fileMark + file.name
  }
  const markup = JSON.stringify(finishedFigure(figure, addressOf, links))
  return {
    markup,
    files: different([...files, ...pictures]),
    warnings,
  }
}

/** Each file once: both layouts of a page show the same picture. */
function different(files: readonly FigureFile[]): readonly FigureFile[] {
  return [...new Map(files.map((file) => [file.name, file])).values()]
}
