import { availableParallelism } from 'node:os'
import pLimit from 'p-limit'
import { articleFigures } from './article-figures.ts'
import { articleNames } from './article-names.ts'
import { articlePaths } from './article-paths.ts'
import { failures, summary } from './export-summary.ts'
import { exportWish, makeFolder } from './export-wish.ts'
import { exportedFigure } from './exported-figure.ts'
import type { Values } from './flags.ts'
import { namedFigures } from './named-figures.ts'
import { bar, type Progress, sentences } from './progress.ts'

/** Writes the figures of articles, a few at a time for each processor; the paths of their files, a line each. */
export async function* exported({ quiet, ...values }: Values, operands: readonly string[]): AsyncIterable<string> {
  const paths = articlePaths(operands)
  const wish = exportWish(values)
  makeFolder(wish.folder)
  const isBar = !quiet && process.stderr.isTTY && process.env.TERM !== 'dumb'
  const { step, tell, end } = (isBar ? bar : sentences)(process.stderr)
  const remark = quiet ? () => {} : tell
  const articles = await Promise.all(paths.map((path) => attempt(() => articleFigures(path, wish.looks), tell)))
  for (const place of articles.flatMap((article) => article?.late ?? [])) remark(late(place))
  const figures = namedFigures(articles, articleNames(paths))
  // While some are rasterised in threads, others are drawn.
  const limit = pLimit(2 * availableParallelism())
  const work = figures.map((figure) =>
    limit(() => attempt(() => exportedFigure(figure, wish), tell)).finally(() => step(figures.length)),
  )
  // On one terminal, paths would tear the bar.
  const isListed = !quiet && !(isBar && process.stdout.isTTY)
  for (const each of work) {
    const { paths = [], warnings = [] } = (await each) ?? {}
    for (const warning of warnings) remark(warning)
    if (isListed) yield paths.map((path) => `${path}\n`).join('')
  }
  end()
  const all = { articles, figures: await Promise.all(work), folder: wish.folder }
  if (failures(all) > 0) process.exitCode = 1
  remark(summary(all))
}

/** The result of some work; its error is told, and keeps no other work from being done. */
async function attempt<Result>(
  work: () => Result | Promise<Result>,
  tell: Progress['tell'],
): Promise<Result | undefined> {
  try {
    return await work()
  } catch (error) {
    const { message, hint } = error as Error & { readonly hint?: string }
    tell(hint === undefined ? message : `${message} ${hint}`)
    return undefined
  }
}

function late(place: string): string {
  return `${place}: The options of this figure are only known when its page renders, so it is not written.`
}
