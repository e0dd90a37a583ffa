import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Load, readingOptions } from '../../plugins/rnn-figures/attachments.ts'
import { checked } from '../../plugins/rnn-figures/checked.ts'
import { draw } from '../../plugins/rnn-figures/draw.ts'
import { finishedFigure } from '../../plugins/rnn-figures/figure.ts'
import { figureFiles } from '../../plugins/rnn-figures/figure-files.ts'
import { choice, type SelectionOptions, selection } from '../../plugins/rnn-figures/figures/selection.ts'
import type { DrawnFigure } from '../../plugins/rnn-figures/mdx/rewrite.ts'
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

/** The finished figure of what an author wrote. */
export function drawn(options: unknown): DrawnFigure {
  const spec = specOf(options)
  const files = figureFiles()
  return { figure: finishedFigure(spec, readingOptions(spec, load), files), files: files.all() }
}

/** The scene of what an author wrote, and the reading and the selection that it shows. */
export function sceneOf(options: unknown, width = 680) {
  const spec = specOf(options)
  const reading = read(readingOptions(spec, load))
  const selected = selection(reading, choice(reading.network, spec as SelectionOptions))
  const scene: Scene = draw(spec as never, reading, selected, width)
  return { scene, reading, selected }
}
