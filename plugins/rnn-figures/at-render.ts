import { AstroError } from 'astro/errors'
import { computedFigure } from './computed-figure.ts'
import { type FeedFigure, feedFigure, feedOf } from './feed-figure.ts'
import { type FinishedFigure, finishedFigure } from './figure.ts'
import { type Props, specOf } from './figure-props.ts'
import { englishLabels, type Labels, labelProblem } from './labels.ts'
import { stepProblem } from './mdx/step-links.ts'
import { isNetworkError, networkError } from './network/network-error.ts'
import type { ReadingOptions } from './network/reading-options.ts'
import { dataUri } from './output/data-uri.ts'
import { palette } from './output/palettes.ts'
import { tintedPng } from './output/tinted-png.ts'
import type { Placed, Placement, Targets } from './placement.ts'
import type { Raster } from './scene/scene.ts'
import type { FigureSpec } from './spec.ts'
import { defined, styled } from './styled.ts'
import { near } from './wording.ts'

/** What a `<RnnFigure>` shows and how it is called on its page. */
export interface ShownFigure extends Placement {
  readonly figure: FinishedFigure
  readonly caption?: string | undefined
  /** The steps (from 1) that links of the page lead to. */
  readonly steps?: readonly number[]
  /** True for a figure that was finished elsewhere: its number and its data stand there. */
  readonly preview: boolean
  /** How a feed shows it, if the article is rendered for one. */
  readonly feed: FeedFigure | undefined
}

/**
 * The figure that the integration finished, or one that the props bring along, or one drawn now because its options
 * were not known from the code alone. Throws an error that names the tag's place.
 */
export function shownFigure(props: Props, locals: object): ShownFigure {
  const shown = figureOf(props)
  const problem = stepProblem(shown.steps ?? [], shown.id, shown.figure.replay)
  if (problem) throw placedError(`<RnnFigure>: ${problem.message}`, problem.hint, (props as PageProps).placed)
  return { ...shown, feed: feedFigure(shown.figure, shown.id, locals) }
}

function figureOf(props: Props): Omit<ShownFigure, 'feed'> {
  const { placed, figure, caption, id } = props as PageProps
  if ('figure' in props && !figure?.drawings) {
    throw new AstroError(
      '`figure` is not a finished figure.',
      'It takes an entry of `rnnFigures`; to draw a figure, write `seq`.',
    )
  }
  if (figure) return { caption, ...(id === undefined ? {} : { id }), ...placed, figure, preview: placed === undefined }
  const result = specOf(props, placed?.declared ?? {})
  if ('problem' in result) throw placedError(`<RnnFigure>: ${result.problem.message}`, result.problem.hint, placed)
  const own = result.spec.id === undefined ? {} : { id: result.spec.id }
  return {
    caption: result.spec.caption,
    ...own,
    ...placed,
    figure: drawnNow(styled(result.spec, placed?.usual), placed),
    preview: false,
  }
}

/** The props that say where a figure stands and what it is called. */
interface PageProps {
  readonly placed?: Placed
  readonly figure?: FinishedFigure
  readonly caption?: string
  readonly id?: string
}

/** A figure without files: pictures stand in its markup, and what a table leaves out is left out. */
function drawnNow(spec: FigureSpec, placed: Placed | undefined): FinishedFigure {
  try {
    const colours = palette(spec.palette ?? 'default', 'light')
    const embedded = (raster: Raster) => dataUri('image/png', tintedPng(raster, colours))
    return finishedFigure(computedFigure(spec, withoutFiles(spec)), embedded, [])
  } catch (error) {
    if (!isNetworkError(error)) throw error
    throw placedError(`<RnnFigure>: ${error.message}`, error.hint, placed)
  }
}

function withoutFiles({ weights, values, ...spec }: FigureSpec): ReadingOptions {
  const option = weights !== undefined ? 'weights' : 'values'
  if (weights === undefined && typeof values !== 'string') return { ...spec, values }
  const message = `\`${option}\` names a file, and files are read while the site is built, but these options are only known when the page renders.`
  throw networkError(message, { option, hint: 'Write the options in the tag or declare them in the frontmatter.' })
}

function placedError(message: string, hint: string | undefined, placed: Placed | undefined): AstroError {
  if (placed?.where === undefined) return new AstroError(message, hint)
  const [file, line = 1, column = 1] = placed.where.split(/:(?=\d+)/)
  const error = new AstroError(`${message} (${placed.where})`, hint)
  return Object.assign(error, { loc: { file, line: Number(line), column: Number(column) } })
}

/** The words of a player: the figure's own, else the site's, else English. Throws an error for a word that there is not. */
export function labelsOf(site: Partial<Labels> = {}, own: Partial<Labels> = {}, placed?: Placed): Labels {
  const problem = labelProblem(own)
  if (problem) throw placedError(`<RnnFigure>: ${problem.message}`, problem.hint, placed)
  return { ...englishLabels, ...site, ...defined(own) }
}

/** Where a reference leads, and its number. Throws an error if the page has no such figure. */
export function referenceTarget(to: string, targets: Targets = {}, locals: object = {}) {
  const target = Object.hasOwn(targets, to) ? targets[to] : undefined
  if (target) return { number: target.number, address: `${feedOf(locals)?.article ?? ''}#${target.id}` }
  throw new AstroError(
    `<FigureRef> leads to "${to}", but no figure of this page has that name or id.`,
    near(to, Object.keys(targets)).hint,
  )
}

/** Throws an error unless the site's configuration has the integration. */
export function requireIntegration(installed: boolean): void {
  if (installed) return
  const message = 'astro-rnn-figures is imported, but the integration is missing from the Astro configuration.'
  throw new AstroError(
    message,
    "Add it: integrations: [mdx(), rnnFigures()], with import rnnFigures from 'astro-rnn-figures'.",
  )
}
