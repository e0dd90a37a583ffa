import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

const entry = /^[0-9a-f]{64}\.js$/

/** A cache in a folder (absolute), one file an article. If it cannot be written, `failed` hears why, once. */
export function articleCache(folder: string, failed: (why: string) => void): ArticleCache {
  const code = `${fingerprint(fileURLToPath(new URL('..', import.meta.url)))} ${process.versions.icu}`
  const used = new Set<string>()
  let state: 'new' | 'made' | 'unusable' = 'new'
  const place = (key: string): string => join(folder, `${key}.js`)
  return {
    key: (...parts) =>
      createHash('sha256')
        .update([code, ...parts].join('\0'))
        .digest('hex'),
    read(key) {
      used.add(`${key}.js`)
      return parsed(place(key))
    },
    write(key, { code, kinds }) {
      if (state === 'unusable') return
      try {
        if (state === 'new') mkdirSync(folder, { recursive: true })
        state = 'made'
        writeFileSync(place(key), `${JSON.stringify({ kinds, length: code.length })}\n${code}`)
      } catch (error) {
        state = 'unusable'
        failed(String(error))
      }
    },
    prune() {
      for (const file of entries(folder))
        if (entry.test(file) && !used.has(file)) rmSync(join(folder, file), { force: true })
    },
  }
}

/** An entry is a line that says what it holds, and the code; one that is only half written is too short. */
function parsed(file: string): FinishedArticle | undefined {
  try {
    const text = readFileSync(file, 'utf8')
    const head = text.indexOf('\n')
    const { kinds, length } = JSON.parse(text.slice(0, head))
    const code = text.slice(head + 1)
    return Array.isArray(kinds) && code.length === length ? { code, kinds } : undefined
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
