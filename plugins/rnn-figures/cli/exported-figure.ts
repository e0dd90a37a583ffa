import { join } from 'node:path'
import { readingOptions } from '../attachments.ts'
import { computedFigure } from '../computed-figure.ts'
import { usualFormats, writtenFigure } from '../figure-files.ts'
import { articleError } from '../mdx/article-error.ts'
import { articleFiles } from '../mdx/article-files.ts'
import { isNetworkError } from '../network/network-error.ts'
import type { ExportWish } from './export-wish.ts'
import { flagged } from './flags.ts'
import type { NamedFigure } from './named-figures.ts'
import { reason, writeWhole } from './written-file.ts'

/** The files of a figure, its article, and what its author should know. */
export interface ExportedFigure {
  readonly article: string
  readonly paths: readonly string[]
  readonly warnings: readonly string[]
}

/** Draws a figure and writes its files. Throws an error with a place where it cannot. */
export async function exportedFigure(figure: NamedFigure, wish: ExportWish): Promise<ExportedFigure> {
  const { spec, file, place } = figure
  try {
    // Kept no longer than this figure needs them: weights may be large.
    const { load } = articleFiles(wish.root, file.path, () => {})
    const computed = computedFigure(spec, readingOptions(spec, load))
    const formats = wish.formats ?? [...new Set(spec.formats ?? usualFormats)]
    const { files, warnings } = await writtenFigure(computed, formats, wish.typefaces)
    const paths = files.map(({ format }) => join(wish.folder, `${figure.fileName}.${format}`))
    for (const [index, { bytes }] of files.entries()) await writeWhole(paths[index] ?? '', bytes)
    const about = `${file.shown}: ${computed.about.title}`
    return { article: file.path, paths, warnings: warnings.map((warning) => `${about}: ${flagged(warning)}`) }
  } catch (error) {
    if (isNetworkError(error)) throw articleError(error, file, place(error.option))
    throw articleError(
      { message: `The figure "${figure.name}" cannot be written: ${reason(error)}.` },
      file,
      place(undefined),
    )
  }
}
