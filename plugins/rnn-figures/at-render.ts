import { AstroError } from 'astro/errors'
import { type FinishedFigure, finishedFigure } from './figure.ts'
import { type Props, specOf } from './figure-props.ts'
import type { Placed, Placement, Targets } from './placement.ts'
import { near } from './wording.ts'

/** Draws a figure whose options were not known from the code alone. Throws an error that names the tag's place. */
export async function figureAtRender(props: Props, placed: Placed | undefined): Promise<FinishedFigure> {
  const result = specOf(props, placed?.declared ?? {})
  if ('spec' in result) return finishedFigure(result.spec)
  const { message, hint } = result.problem
  throw new AstroError(`<RnnFigure>: ${message}${placed ? ` (${placed.where})` : ''}`, hint)
}

/** Where a reference leads. Throws an error if the page has no such figure. */
export function referenceTarget(to: string, targets: Targets = {}): Required<Placement> {
  const target = Object.hasOwn(targets, to) ? targets[to] : undefined
  if (target) return target
  throw new AstroError(`<FigureRef> leads to "${to}", but no figure of this page has that name or id.`, near(to, Object.keys(targets)).hint)
}

/** Throws an error unless the site's configuration has the integration. */
export function requireIntegration(installed: boolean): void {
  if (installed) return
  const message = 'astro-rnn-figures is imported, but the integration is missing from the Astro configuration.'
  throw new AstroError(message, 'Add it: integrations: [mdx(), rnnFigures()], with import rnnFigures from \'astro-rnn-figures\'.')
}
