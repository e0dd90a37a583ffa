import type { Connect } from 'vite'
import type { FigureFile } from '../figure-file.ts'
import type { FileName } from '../output/format.ts'

/** Figures' files while a site is developed. */
export interface ServedFiles {
  /** An expression for the address under which a file is answered for from now on. */
  readonly addressOf: (file: FigureFile) => string
  readonly answer: Connect.NextHandleFunction
}

const folder = '@rnn-figures'

const types: Readonly<Record<FileName, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** No files yet; addresses begin with the site's `base`. */
export function servedFiles(base: string): ServedFiles {
  const known = new Map<string, Uint8Array>()
  return {
    addressOf({ name, bytes }) {
      known.set(name, bytes)
      return JSON.stringify(`${base.replace(/\/$/, '')}/${folder}/${name}`)
    },
    answer({ url = '' }, response, next) {
      const [, name = ''] = new RegExp(`/${folder}/([\\w.-]+)(?:\\?|$)`).exec(url) ?? []
      const bytes = known.get(name)
      if (!bytes) return next()
      response.setHeader('Content-Type', types[name.split('.').at(-1) as FileName])
      // Named after their bytes, so they never change.
      response.setHeader('Cache-Control', 'max-age=31536000, immutable')
      response.end(bytes)
    },
  }
}
