import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { AstroError } from 'astro/errors'
import { bytesHash } from './hash.ts'
import { bundledBytes, type Typeface, type Typefaces, typeface, typefaces } from './output/typefaces.ts'

/** The fonts of a site's figures: the bundled ones, and those that it names for symbols that these lack. */
export interface SiteFonts {
  /** Opened when they are first asked for. */
  readonly typefaces: () => Typefaces
  readonly fallbacks: readonly Uint8Array[]
  readonly hash: string
}

/** Reads fonts by their paths from a folder. Throws an error that names the path if one cannot be used. */
export function siteFonts(folder: string, paths: readonly string[] = []): SiteFonts {
  const files = paths.map((path) => ({ path, bytes: fontBytes(folder, path, 'fonts') }))
  const fallbacks = files.map(({ path, bytes }, index) => opened(`f${index}-`, 'fonts', path, bytes))
  const open: { typefaces?: Typefaces } = {}
  return {
    typefaces: () => (open.typefaces ??= typefaces(fallbacks)),
    fallbacks: files.map(({ bytes }) => bytes),
    hash: files.map(({ bytes }) => bytesHash(bytes)).join(' '),
  }
}

/** The fonts of the words on cards: the one that a site names, if any, and those of its figures. */
export function cardFonts(folder: string, path: string | undefined, { fallbacks }: SiteFonts): readonly Uint8Array[] {
  const own = path === undefined ? [] : [wordsBytes(folder, path)]
  return [...own, bundledBytes('sans'), ...fallbacks]
}

/** What makes cards also takes WOFF. */
function wordsBytes(folder: string, path: string): Uint8Array {
  const bytes = fontBytes(folder, path, 'card.font')
  const isWoff = Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'wOFF'
  return isWoff ? bytes : opened('card', 'card.font', path, bytes).bytes
}

function fontBytes(folder: string, path: string, option: string): Uint8Array {
  try {
    return readFileSync(resolve(folder, path))
  } catch {
    throw new AstroError(`rnnFigures(): \`${option}\` names ${JSON.stringify(path)}, which cannot be read.`, fromRoot)
  }
}

function opened(id: string, option: string, path: string, bytes: Uint8Array): Typeface {
  try {
    return typeface(id, JSON.stringify(path), bytes)
  } catch (error) {
    throw new AstroError(`rnnFigures(): \`${option}\`: ${(error as Error).message}`, 'Take a .ttf or .otf file.')
  }
}

const fromRoot = 'Paths begin at the site’s root: ./fonts/NotoSansJP-Regular.ttf.'
