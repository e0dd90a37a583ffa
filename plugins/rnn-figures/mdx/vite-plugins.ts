import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type * as estree from 'estree'
import type { Plugin, Rolldown } from 'vite'
import type { FigureFile } from '../figure-file.ts'
import { textHash } from '../hash.ts'
import { articleFiles, isUnchanged } from './article-files.ts'
import { finish } from './finish.ts'
import { assembled, keptArticle, type ShownArticle } from './finished-article.ts'
import { type ServedFiles, servedFiles } from './served-files.ts'
import type { Site } from './site.ts'

/** Finds the figures in compiled articles and Astro components, draws them, and puts them in. */
export function vitePlugins(site: Site, base: string): Plugin[] {
  const awaited = new Set<string>()
  const served = servedFiles(base)
  const article = site.cards ? /\bfrontmatter\b/ : /RnnFigure|FigureRef|astro-rnn-figures|\brnn\b/
  return [
    finder(site, awaited, served, 'articles', { id: /\.mdx$/, code: article }),
    finder(site, awaited, served, 'components', { id: /\.astro$/, code: /astro-rnn-figures\/components/ }),
    server(site, awaited, served),
  ]
}

/** In development, answers for figures' files, and reloads the page when a file comes that articles wait for. */
function server({ cache }: Site, awaited: ReadonlySet<string>, served: ServedFiles): Plugin {
  return {
    name: 'astro-rnn-figures:server',
    // An open connection would keep a process alive whose build has failed.
    async buildEnd(error) {
      if (error) await cache.close()
    },
    configureServer({ watcher, environments, middlewares }) {
      middlewares.use(served.answer)
      watcher.on('add', (path) => {
        if (awaited.has(path.replaceAll('\\', '/'))) environments.client.hot.send({ type: 'full-reload' })
      })
    },
  }
}

/** Works on compiled code, so that neither the Markdown processor nor the order of integrations matters. */
function finder(
  site: Site,
  awaited: Set<string>,
  served: ServedFiles,
  name: string,
  filter: { readonly id: RegExp; readonly code: RegExp },
): Plugin {
  return {
    name: `astro-rnn-figures:${name}`,
    transform: {
      filter,
      async handler(code, path) {
        const file = { path, shown: relative(site.root, path).replaceAll('\\', '/') }
        const numbered = path.endsWith('.mdx') || path.startsWith(site.pages)
        const key = textHash(JSON.stringify([site.fingerprint, file.shown, numbered, code]))
        const watch = (source: string) => {
          awaited.add(source.replaceAll('\\', '/'))
          this.addWatchFile(source)
        }
        const parse = () => this.parse(code) as unknown as estree.Program
        const source = () => readFileSync(path, 'utf8')
        const shown = await site.tally.during(async () => {
          const kept = await keptArticle(key, site.cache, site.figures, (attached) => {
            watch(resolve(site.root, attached.shown))
            return isUnchanged(site.root, attached)
          })
          const attached = articleFiles(site.root, path, watch)
          return kept ?? finish(site, key, { file, numbered, code, source, parse, attached })
        })
        for (const warning of warningsOf(shown)) site.logger.warn(`${file.shown}: ${warning}`)
        const addressOf = this.environment.mode === 'dev' ? served.addressOf : (made: FigureFile) => emitted(this, made)
        // Nothing is added that would move a line, so an existing source map stays true.
        return { code: assembled(shown, addressOf), map: null }
      },
    },
  }
}

/** Hands a file to the build, which decides its address: an expression that Vite knows base and prefix for. */
function emitted(context: Rolldown.TransformPluginContext, { name, bytes }: FigureFile): string {
  return `import.meta.ROLLUP_FILE_URL_${context.emitFile({ type: 'asset', name, source: bytes })}`
}

function warningsOf({ article, figures, card }: ShownArticle): readonly string[] {
  const named = figures.flatMap(({ warnings }, index) =>
    warnings.map((warning) => `${article.names[index]}: ${warning}`),
  )
  return [...named, ...(card?.warnings ?? [])]
}
