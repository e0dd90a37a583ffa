import { readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import type { Load } from '../attachments.ts'
import { networkError } from '../network/network-error.ts'
import { bytesHash } from '../weights-hash.ts'
import { grouped } from '../wording.ts'

/** A file that a figure was made from: its path from the site's root, and what was in it. */
export interface SourceFile {
  readonly shown: string
  readonly sha256: string
}

/** The files that an article's figures name, and which of them were read. */
export interface ArticleFiles {
  readonly load: Load
  readonly read: () => readonly SourceFile[]
}

const mostBytes = 256_000_000

/**
 * Reads files by their paths from an article (absolute), as long as they lie in the site (`root`, absolute and real).
 * `watch` hears of each before it is read, whether or not it is there.
 */
export function articleFiles(root: string, article: string, watch: (path: string) => void): ArticleFiles {
  const known = new Map<string, { readonly bytes: Uint8Array; readonly file: SourceFile }>()
  return {
    load(path, option) {
      const place = resolve(dirname(article), path)
      const shown = relative(root, place).replaceAll('\\', '/')
      const cached = known.get(shown)
      if (cached) return cached.bytes
      if (!isInside(root, place)) throw outside(path, option)
      watch(place)
      const bytes = fileBytes(root, place, { path, shown, option })
      known.set(shown, { bytes, file: { shown, sha256: bytesHash(bytes) } })
      return bytes
    },
    read: () => Array.from(known.values(), ({ file }) => file),
  }
}

/** True where a file still holds what it held. */
export function isUnchanged(root: string, { shown, sha256 }: SourceFile): boolean {
  try {
    return bytesHash(readFileSync(resolve(root, shown))) === sha256
  } catch {
    return false
  }
}

interface Named {
  readonly path: string
  readonly shown: string
  readonly option: string
}

function fileBytes(root: string, place: string, { path, shown, option }: Named): Uint8Array {
  const stats = statsOf(place)
  if (!stats) {
    const message = `\`${option}\` names the file ${JSON.stringify(path)}, but there is no ${shown}.`
    throw networkError(message, { option, hint: 'The path is seen from the article.' })
  }
  if (!isInside(root, realpathSync(place))) throw outside(path, option)
  if (!stats.isFile())
    throw networkError(`\`${option}\` names ${JSON.stringify(path)}, which is not a file.`, { option })
  if (stats.size > mostBytes) {
    const message = `The file ${JSON.stringify(path)} has ${grouped(stats.size)} bytes; at most ${grouped(mostBytes)} are read.`
    throw networkError(message, { option })
  }
  return readFileSync(place)
}

function statsOf(place: string): Stats | undefined {
  return statSync(place, { throwIfNoEntry: false })
}

function outside(path: string, option: string): Error {
  const message = `\`${option}\` names ${JSON.stringify(path)}, which lies outside the site.`
  return networkError(message, { option, hint: 'Put the file into the site’s folder, for example beside the article.' })
}

function isInside(root: string, place: string): boolean {
  const base = resolve(root)
  return place.startsWith(base.endsWith(sep) ? base : base + sep)
}
