import { availableParallelism } from 'node:os'
import pLimit from 'p-limit'
import type { Load } from './attachments.ts'
import type { Cache } from './cache/cache.ts'
import type { Drawing } from './drawing.ts'
import type { DrawnFigure } from './drawn-figure.ts'
import { figureKey } from './figure-key.ts'
import type { FigureSpec } from './spec.ts'

/** A drawn figure and its place in the cache. */
export interface KeptFigure extends DrawnFigure {
  readonly key: string
}

/** Where a figure came from. */
export type Source = 'drawn' | 'cache'

/** Figures as they are asked for. */
export interface FigureStore {
  /** The figure from the cache, or drawn now. Throws a `NetworkError` where it cannot be drawn. */
  readonly figure: (spec: FigureSpec, load: Load) => Promise<KeptFigure>
  /** The figure of a key that an earlier build gave, if it is still there. */
  readonly kept: (key: string) => Promise<KeptFigure | undefined>
}

/** What all figures of a site have in common; `fingerprint` changes with everything else that decides their bytes. */
export interface StoreOptions {
  readonly cache: Cache
  readonly fingerprint: string
  readonly drawing: Pick<Drawing, 'figure'>
  readonly found: (key: string, source: Source) => void
}

/** Draws each figure once, a few at a time for each processor. */
export function figureStore({ cache, fingerprint, drawing, found }: StoreOptions): FigureStore {
  // While some are rasterised in threads, others are drawn.
  const limit = pLimit(2 * availableParallelism())
  const underway = new Map<string, Promise<KeptFigure>>()
  const kept = async (key: string): Promise<KeptFigure | undefined> => {
    const entry = await cache.read(key)
    if (!entry) return undefined
    found(key, 'cache')
    const end = entry.text.indexOf('\n')
    return {
      key,
      warnings: JSON.parse(entry.text.slice(0, end)),
      markup: entry.text.slice(end + 1),
      files: entry.files,
    }
  }
  const made = async (key: string, spec: FigureSpec, load: Load): Promise<KeptFigure> => {
    const earlier = await kept(key)
    if (earlier) return earlier
    const figure = await limit(() => drawing.figure(spec, load))
    found(key, 'drawn')
    const { warnings, markup, files } = figure
    await cache.write(key, { text: `${JSON.stringify(warnings)}\n${markup}`, files })
    return { key, ...figure }
  }
  return {
    kept,
    async figure(spec, load) {
      const key = figureKey(fingerprint, spec, load)
      const figure = underway.get(key) ?? made(key, spec, load).finally(() => underway.delete(key))
      underway.set(key, figure)
      return figure
    },
  }
}
