import type { Appearance, FigureSpec } from './spec.ts'

/**
 * A figure as a site shows it: what its author left open is as in `usual`. The site's size, where there is no venue, is
 * only a wish.
 */
export function styled(spec: FigureSpec, usual: Appearance = {}): FigureSpec {
  const { size, ...all } = { ...defined(usual), ...defined(spec) } as FigureSpec
  return all.venue === undefined && spec.size === undefined ? all : { ...all, ...(size && { size }) }
}

/** An option that is handed through and was not given counts as not written. */
export function defined<Options extends object>(options: Options): Partial<Options> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<Options>
}
