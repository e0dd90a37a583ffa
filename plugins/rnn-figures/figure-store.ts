import { availableParallelism } from 'node:os'
import pLimit from 'p-limit'
import { type Load, readingOptions } from './attachments.ts'
import type { Cache } from './cache/cache.ts'
import { computedFigure } from './computed-figure.ts'
import { finishedFigure } from './figure.ts'
import { type FigureFile, figureFiles, fileMark, pictureFile } from './figure-files.ts'
import { figureKey } from './figure-key.ts'
import type { Typefaces } from './output/typefaces.ts'
import type { Raster } from './scene/scene.ts'
import type { FigureSpec } from './spec.ts'

/** A finished figure as JSON, in which marks stand for the addresses of its files. */
export interface KeptFigure {
  readonly key: string
  readonly markup: string
  readonly files: readonly FigureFile[]
  /** What its author should know, a sentence each. */
  readonly warnings: readonly string[]
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
  readonly typefaces: () => Typefaces
  readonly found: (key: string, source: Source) => void
}

/** Draws each figure once, a few at a time for each processor. */
export function figureStore({ cache, fingerprint, typefaces, found }: StoreOptions): FigureStore {
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
    const figure = await limit(() => drawn(key, spec, load, typefaces()))
    found(key, 'drawn')
    const { warnings, markup, files } = figure
    await cache.write(key, { text: `${JSON.stringify(warnings)}\n${markup}`, files })
    return figure
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

async function drawn(key: string, spec: FigureSpec, load: Load, typefaces: Typefaces): Promise<KeptFigure> {
  const computed = computedFigure(spec, readingOptions(spec, load))
  const { links, files, warnings } = await figureFiles(computed, typefaces)
  const pictures = new Map<Raster['levels'], FigureFile>()
  const addressOf = (raster: Raster): string => {
    const file = pictureFile(raster, spec.palette ?? 'default')
    pictures.set(raster.levels, file)
    return fileMark + file.name
  }
  const markup = JSON.stringify(finishedFigure(computed, addressOf, links))
  const { title } = computed.about
  return {
    key,
    markup,
    files: different([...files, ...pictures.values()]),
    warnings: warnings.map((warning) => `${title}: ${warning}`),
  }
}

/** Each file once: both layouts of a page show the same picture. */
function different(files: readonly FigureFile[]): readonly FigureFile[] {
  return [...new Map(files.map((file) => [file.name, file])).values()]
}
