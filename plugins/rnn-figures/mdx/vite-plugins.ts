import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { AstroIntegrationLogger } from 'astro'
import type * as estree from 'estree'
import type { Plugin } from 'vite'
import { type Load, readingOptions } from '../attachments.ts'
import { finishedFigure } from '../figure.ts'
import { figureFiles } from '../figure-files.ts'
import { isNetworkError } from '../network/network-error.ts'
import type { FigureSpec } from '../spec.ts'
import { type Article, articleIn } from './article.ts'
import type { ArticleCache, FinishedArticle } from './article-cache.ts'
import { type ArticleFile, articleError, where } from './article-error.ts'
import { type ArticleFiles, articleFiles, isUnchanged } from './article-files.ts'
import { declaredPath } from './declared.ts'
import { type Drawings, type DrawnFigure, drawingKey, fileModule, rewrite } from './rewrite.ts'
import { type Place, placeOfKey } from './source.ts'

/** Where figures are looked for, and who hears of them. */
export interface Site {
  /** Absolute, with forward slashes, as is `pages`. */
  readonly root: string
  readonly pages: string
  readonly logger: AstroIntegrationLogger
  readonly cache: ArticleCache
  readonly found: (file: ArticleFile, kinds: readonly string[]) => void
}

/** Finds the figures in compiled articles and Astro components, draws them, and puts them in. */
export function vitePlugins(site: Site): Plugin[] {
  const awaited = new Set<string>()
  return [
    finder(site, awaited, 'articles', { id: /\.mdx$/, code: /RnnFigure|FigureRef|astro-rnn-figures|\brnn\b/ }),
    finder(site, awaited, 'components', { id: /\.astro$/, code: /astro-rnn-figures\/components/ }),
    files(site, awaited),
  ]
}

/**
 * Leads imports of a figure's files to where they are kept; from there on they are assets like any other. In
 * development, a file that articles wait for reloads the page when it comes.
 */
function files({ cache }: Site, awaited: ReadonlySet<string>): Plugin {
  return {
    name: 'astro-rnn-figures:files',
    enforce: 'pre',
    configureServer({ watcher, environments }) {
      watcher.on('add', (path) => {
        if (awaited.has(path.replaceAll('\\', '/'))) environments.client.hot.send({ type: 'full-reload' })
      })
    },
    resolveId: {
      filter: { id: new RegExp(`^${fileModule}`) },
      handler: (id) => cache.placeOf(id.slice(fileModule.length)),
    },
  }
}

/** Works on compiled code, so that neither the Markdown processor nor the order of integrations matters. */
function finder(
  site: Site,
  awaited: Set<string>,
  name: string,
  filter: { readonly id: RegExp; readonly code: RegExp },
): Plugin {
  return {
    name: `astro-rnn-figures:${name}`,
    transform: {
      filter,
      handler(code, path) {
        const file = { path, shown: relative(site.root, path).replaceAll('\\', '/') }
        const numbered = path.endsWith('.mdx') || path.startsWith(site.pages)
        const key = site.cache.key(file.shown, String(numbered), code)
        const watch = (source: string) => {
          awaited.add(source.replaceAll('\\', '/'))
          this.addWatchFile(source)
        }
        const parse = () => this.parse(code) as unknown as estree.Program
        const kept = site.cache.read(key, (source) => {
          watch(resolve(site.root, source.shown))
          return isUnchanged(site.root, source)
        })
        const attached = articleFiles(site.root, path, watch)
        const finished = kept ?? finish(site, key, { file, numbered, code, parse, attached })
        site.found(file, finished.kinds)
        // Nothing is added that would move a line, so an existing source map stays true.
        return { code: finished.code, map: null }
      },
    },
  }
}

/** A compiled file, not yet parsed. */
interface Compiled {
  readonly file: ArticleFile
  readonly numbered: boolean
  readonly code: string
  readonly parse: () => estree.Program
  readonly attached: ArticleFiles
}

function finish(site: Site, key: string, { file, numbered, code, parse, attached }: Compiled): FinishedArticle {
  const source = () => readFileSync(file.path, 'utf8')
  const article = articleIn({ program: parse(), source, file, provided: file.path.endsWith('.mdx'), numbered })
  const kinds = article.figures.map(({ spec }) => spec?.kind ?? 'drawn with its page')
  const drawings = drawingsOf(article, attached.load, file, source)
  const files = [...drawings.values()].flatMap((drawn) => drawn.files)
  for (const made of files) site.cache.writeFile(made)
  const finished = {
    code: rewrite(code, article, drawings, file),
    kinds,
    sources: attached.read(),
    files: files.map((made) => made.name),
  }
  const repeated = article.figures.filter(({ tag }) => numbered && !tag.call.once)
  for (const { tag } of repeated) site.logger.warn(unnumbered(where(file, tag.place())))
  // Places in the source are no part of the key, so what names one is not kept.
  if (repeated.length === 0 && article.figures.every(({ spec }) => spec)) site.cache.write(key, finished)
  return finished
}

function unnumbered(place: string): string {
  return `A figure inside a function has no number, for nobody knows how often it will be shown (${place}).`
}

/** A figure to be drawn, and where its options stand in the source. */
interface Wanted {
  readonly spec: FigureSpec
  readonly place: (option: string | undefined) => Place | undefined
}

function drawingsOf(article: Article, load: Load, file: ArticleFile, source: () => string): Drawings {
  const { declared, figures } = article
  const wanted: readonly Wanted[] = [
    ...Object.entries(declared.specs).map(([name, spec]) => ({
      spec,
      place: (option: string | undefined) => placeOfKey(source(), declaredPath(name, option)),
    })),
    ...figures.flatMap(({ spec, tag }) => (spec ? [{ spec, place: tag.place }] : [])),
  ]
  const different = new Map<string, DrawnFigure>()
  for (const each of wanted) {
    const key = drawingKey(each.spec)
    if (!different.has(key)) different.set(key, drawn(each, load, file))
  }
  return different
}

function drawn({ spec, place }: Wanted, load: Load, file: ArticleFile): DrawnFigure {
  try {
    const files = figureFiles()
    const figure = finishedFigure(spec, readingOptions(spec, load), files)
    return { figure, files: files.all() }
  } catch (error) {
    if (!isNetworkError(error)) throw error
    throw articleError(error, file, place(error.option))
  }
}
