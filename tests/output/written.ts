import type { FigureFile } from '../../plugins/rnn-figures/figure-file.ts'
import { figureFiles } from '../../plugins/rnn-figures/figure-files.ts'
import { figurePicture } from '../../plugins/rnn-figures/figure-picture.ts'
import { typefaces } from '../../plugins/rnn-figures/output/typefaces.ts'
import { pictureWarnings } from '../../plugins/rnn-figures/picture-warnings.ts'
import type { FigureOptions } from '../../plugins/rnn-figures/spec.ts'
import { computed } from '../figures/drawn.ts'

/** The bundled typefaces. */
export const faces = typefaces()

/** What an author wrote as its files show it, and what is said of it. */
export function pictured(options: FigureOptions, fonts = faces) {
  const figure = computed(options)
  const picture = figurePicture(figure, fonts)
  return { picture, warnings: pictureWarnings(figure, picture) }
}

/** Bytes by format, and what the author is told. */
export interface Written {
  readonly bytes: (format: string) => Buffer
  readonly text: (format: string) => string
  readonly formats: readonly string[]
  readonly warnings: readonly string[]
}

/** The files of what an author wrote. */
export async function written(options: FigureOptions, fonts = faces): Promise<Written> {
  const { links, files, warnings } = await figureFiles(computed(options), fonts)
  const found = new Map<string, FigureFile | undefined>(links.map(({ format }, index) => [format, files[index]]))
  const bytes = (format: string): Buffer => Buffer.from(found.get(format)?.bytes ?? [])
  return { bytes, text: (format) => bytes(format).toString(), formats: [...found.keys()], warnings }
}
