import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bytesHash, textHash } from '../hash.ts'
import { type BundledName, bundledBytes, bundledFonts } from '../output/bundled-fonts.ts'

/** A hash of everything that decides the bytes of figures and is the same for all: this code, fonts, libraries. */
export function fingerprint(): string {
  const code = sources(fileURLToPath(new URL('..', import.meta.url))).map((file) => bytesHash(readFileSync(file)))
  const { icu, zlib, v8 } = process.versions
  const fonts = Object.keys(bundledFonts).map((name) => bytesHash(bundledBytes(name as BundledName)))
  const libraries = ['sharp', 'pdfkit', 'fontkit', 'satori', 'fflate', 'csv-parse'].map(version)
  return textHash(JSON.stringify([code, fonts, libraries, icu, zlib, v8]))
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name))
    .sort((a, b) => (a.replaceAll('\\', '/') < b.replaceAll('\\', '/') ? -1 : 1))
    .map((name) => join(folder, name))
}

/** The version of an installed package, which may not let its package.json be imported. */
function version(name: string): string {
  const path = createRequire(import.meta.url).resolve.paths(name) ?? []
  for (const folder of path) {
    const text = attempt(() => readFileSync(join(folder, name, 'package.json'), 'utf8'))
    if (text !== undefined) return String((JSON.parse(text) as { version?: unknown }).version)
  }
  return 'unknown'
}

function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
