import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What is kept of an article: its code with the figures in it, and what kinds they are. */
export interface FinishedArticle {
  readonly code: string
  readonly kinds: readonly string[]
}

/** Finished articles from earlier builds. A damaged entry counts as none; a build may drop what it did not use. */
export interface ArticleCache {
  readonly key: (...parts: readonly string[]) => string
  readonly read: (key: string) => FinishedArticle | undefined
  readonly write: (key: string, article: FinishedArticle) => void
  readonly prune: () => void
}

const entry = /^[0-9a-f]{64}\.json$/

/** A cache in a folder (absolute), one file an article. What cannot be written is told to `failed`, and done without. */
export function articleCache(folder: string, failed: (why: string) => void): ArticleCache {
  const code = `${fingerprint(fileURLToPath(new URL('..', import.meta.url)))} ${process.versions.icu}`
  const used = new Set<string>()
  const place = (key: string): string => join(folder, `${key}.json`)
  return {
    key: (...parts) =>
      createHash('sha256')
        .update([code, ...parts].join('\0'))
        .digest('hex'),
    read(key) {
      used.add(`${key}.json`)
      return parsed(place(key))
    },
    write(key, article) {
      try {
        mkdirSync(folder, { recursive: true })
        // Renamed into place, so that no other build ever reads half an entry.
        writeFileSync(`${place(key)}.${process.pid}`, JSON.stringify(article))
        renameSync(`${place(key)}.${process.pid}`, place(key))
      } catch (error) {
        failed(String(error))
      }
    },
    prune() {
      for (const file of entries(folder))
        if (entry.test(file) && !used.has(file)) rmSync(join(folder, file), { force: true })
    },
  }
}

function parsed(file: string): FinishedArticle | undefined {
  try {
    const { code, kinds } = JSON.parse(readFileSync(file, 'utf8'))
    return typeof code === 'string' && Array.isArray(kinds) ? { code, kinds } : undefined
  } catch {
    return undefined
  }
}

function entries(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Changes with every byte of this package's code. */
function fingerprint(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.[jt]s$/.test(file))
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(folder, file)))
  return hash.digest('hex')
}
