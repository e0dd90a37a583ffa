import { dirname, relative, resolve, sep } from 'node:path'
import type { Load } from '../attachments.ts'
import { bytesHash } from '../hash.ts'
import { networkError } from '../network/network-error.ts'
import { fileBytes } from '../readable-file.ts'

/** A file that a figure was made from: its path from the site's root, for which option, and what was in it. */
export interface SourceFile {
  readonly shown: string
  readonly option: 'weights' | 'values'
  readonly sha256: string
}

/** The files that an article's figures name, and which of them were read. */
export interface ArticleFiles {
  readonly load: Load
  readonly read: () => readonly SourceFile[]
}

/**
 * Reads files by their paths from an article (absolute), as long as they lie in the site (`root`, absolute and real).
 * `watch` hears of each before it is read, whether or not it is there.
 */
export function articleFiles(root: string, article: string, watch: (path: string) => void): ArticleFiles {
  // Weights may be large, and many articles are worked on at once: their bytes may go when memory is needed.
  const known = new Map<string, { readonly bytes: WeakRef<Uint8Array>; readonly file: SourceFile }>()
  return {
    load(path, option) {
      const place = resolve(dirname(article), path)
      const shown = relative(root, place).replaceAll('\\', '/')
      const earlier = known.get(shown)
      const held = earlier?.bytes.deref()
      if (held) return held
      if (!isInside(root, place)) {
        throw networkError(`\`${option}\` names ${JSON.stringify(path)}, which lies outside the site.`, {
          option,
          hint: 'Put the file into the site’s folder, for example beside the article.',
        })
      }
      if (!place.includes('\0')) watch(place)
      const bytes = fileBytes(place, path, option, (real) => isInside(root, real))
      const sha256 = bytesHash(bytes)
      if (earlier && earlier.file.sha256 !== sha256) throw networkError(changed(option, path), { option })
      known.set(shown, { bytes: new WeakRef(bytes), file: { shown, option, sha256 } })
      return bytes
    },
    read: () => Array.from(known.values(), ({ file }) => file),
  }
}

function changed(option: string, path: string): string {
  return `\`${option}\` names ${JSON.stringify(path)}, which changed while the site was built; build it again.`
}

/** True where a file still is what it was. */
export function isUnchanged(root: string, { shown, option, sha256 }: SourceFile): boolean {
  try {
    return bytesHash(fileBytes(resolve(root, shown), shown, option, (real) => isInside(root, real))) === sha256
  } catch {
    return false
  }
}

function isInside(root: string, place: string): boolean {
  const base = resolve(root)
  return place.startsWith(base.endsWith(sep) ? base : base + sep)
}
