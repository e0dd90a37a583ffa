import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FigureFile } from '../figure-files.ts'
import type { SourceFile } from './article-files.ts'

/** What is kept of an article: its code with the figures in it, and what kinds they are. */
export interface FinishedArticle {
  readonly code: string
  readonly kinds: readonly string[]
  /** The files that its figures were made from. */
  readonly sources: readonly SourceFile[]
  /** The names of the files that its code imports. */
  readonly files: readonly string[]
}

/** Finished articles from earlier builds. A damaged entry counts as none; a build may drop what it did not use. */
export interface ArticleCache {
  readonly key: (...parts: readonly string[]) => string
  /** The entry of a key, if `isCurrent` holds for everything that it was made from. */
  readonly read: (key: string, isCurrent: (source: SourceFile) => boolean) => FinishedArticle | undefined
  readonly write: (key: string, article: FinishedArticle) => void
  /** Puts the file of a figure in its place. Throws if that is not possible: a page would lack it. */
  readonly writeFile: (file: FigureFile) => void
  readonly placeOf: (file: string) => string
  readonly prune: () => void
}

/** Also what a build that was stopped left half written. */
const entry = /^(?:[0-9a-f]{64}\.js|rnn-[0-9a-f]{16}\.\w+)(?:\.\d+)?$/

/** A cache in a folder (absolute), one file an article. If it cannot be written, `failed` hears why, once. */
export function articleCache(folder: string, failed: (why: string) => void): ArticleCache {
  const code = `${fingerprint(fileURLToPath(new URL('..', import.meta.url)))} ${process.versions.icu}`
  const used = new Set<string>()
  let unusable = false
  const placeOf = (name: string): string => join(folder, name)
  return {
    key: (...parts) =>
      createHash('sha256')
        .update([code, ...parts].join('\0'))
        .digest('hex'),
    read(key, isCurrent) {
      used.add(`${key}.js`)
      const found = parsed(placeOf(`${key}.js`))
      if (!found?.sources.every(isCurrent) || !found.files.every((name) => existsSync(placeOf(name)))) return undefined
      for (const name of found.files) used.add(name)
      return found
    },
    write(key, { code, ...about }) {
      if (unusable) return
      try {
        put(folder, `${key}.js`, `${JSON.stringify({ ...about, length: code.length })}\n${code}`)
      } catch (error) {
        unusable = true
        failed(String(error))
      }
    },
    writeFile({ name, bytes }) {
      used.add(name)
      if (!existsSync(placeOf(name))) put(folder, name, bytes)
    },
    placeOf,
    prune() {
      for (const file of entries(folder))
        if (entry.test(file) && !used.has(file)) rmSync(placeOf(file), { force: true })
    },
  }
}

/** Writes beside the place and then renames, so that nobody sees half a file. */
function put(folder: string, name: string, content: string | Uint8Array): void {
  mkdirSync(folder, { recursive: true })
  const unfinished = join(folder, `${name}.${process.pid}`)
  writeFileSync(unfinished, content)
  renameSync(unfinished, join(folder, name))
}

/** An entry is a line that says what it holds, and the code; one that is only half written is too short. */
function parsed(file: string): FinishedArticle | undefined {
  try {
    const text = readFileSync(file, 'utf8')
    const head = text.indexOf('\n')
    const { kinds, sources, files, length } = JSON.parse(text.slice(0, head))
    const code = text.slice(head + 1)
    const lists = [kinds, sources, files].every(Array.isArray)
    return lists && code.length === length ? { code, kinds, sources, files } : undefined
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
