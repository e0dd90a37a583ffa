import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { AstroError } from 'astro/errors'

/** A font that an option names, read and not yet opened. */
export interface FontFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** Reads fonts by their paths from a folder. Throws an error that names the path if one cannot be read. */
export function fontFiles(folder: string, paths: readonly string[], option: string): readonly FontFile[] {
  return paths.map((path) => ({ path, bytes: fontBytes(folder, path, option) }))
}

function fontBytes(folder: string, path: string, option: string): Uint8Array {
  try {
    return readFileSync(resolve(folder, path))
  } catch {
    throw new AstroError(`rnnFigures(): \`${option}\` names ${JSON.stringify(path)}, which cannot be read.`, fromRoot)
  }
}

const fromRoot = 'Paths begin at the site’s root: ./fonts/NotoSansJP-Regular.ttf.'
