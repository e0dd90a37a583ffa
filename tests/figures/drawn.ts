import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Load, readingOptions } from '../../plugins/rnn-figures/attachments.ts'
import { checked } from '../../plugins/rnn-figures/checked.ts'
import { type ComputedFigure, computedFigure } from '../../plugins/rnn-figures/computed-figure.ts'
import { draw } from '../../plugins/rnn-figures/draw.ts'
import { type FinishedFigure, finishedFigure } from '../../plugins/rnn-figures/figure.ts'
import { fileMark } from '../../plugins/rnn-figures/figure-file.ts'
import { pictureFile } from '../../plugins/rnn-figures/figure-files.ts'
import { choice, type SelectionOptions, selection } from '../../plugins/rnn-figures/figures/selection.ts'
import { read } from '../../plugins/rnn-figures/network/reading.ts'
import type { Scene } from '../../plugins/rnn-figures/scene/scene.ts'
import type { FigureSpec } from '../../plugins/rnn-figures/spec.ts'

/** Files that options name are those of the reference. */
const load: Load = (path) => readFileSync(join(import.meta.dirname, '../reference', path))

/** What an author wrote, checked. Throws the problem. */
export function specOf(options: unknown): FigureSpec {
  const result = checked(options)
  if ('problem' in result) throw new Error(result.problem.message)
  return result.spec
}

/** What an author wrote, after the network has read. */
export function computed(options: unknown): ComputedFigure {
  const spec = specOf(options)
  return computedFigure(spec, readingOptions(spec, load))
}

/** The finished figure of what an author wrote, without links to files; marks stand for the addresses of pictures. */
export function finished(options: unknown): FinishedFigure {
  const figure = computed(options)
  const palette = figure.spec.palette ?? 'default'
  return finishedFigure(figure, (raster) => fileMark + pictureFile(raster, palette).name, [])
}

/** The scene of what an author wrote, and the reading and the selection that it shows. */
export function sceneOf(options: unknown, width = 680) {
  const spec = specOf(options)
  const reading = read(readingOptions(spec, load))
  const selected = selection(reading, choice(reading.network, spec as SelectionOptions))
  const scene: Scene = draw(spec as never, reading, selected, width)
  return { scene, reading, selected }
}
