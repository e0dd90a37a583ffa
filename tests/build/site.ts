import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type AstroInlineConfig, build } from 'astro'

/** The HTML of every page of a built site, by file name such as `first/index.html`. */
export type Pages = ReadonlyMap<string, string>

const artefacts = fileURLToPath(new URL('../artefacts/', import.meta.url))

/** The site that the tests of this folder build. */
export const articles = fileURLToPath(new URL('../sites/articles/', import.meta.url))

/** A new folder for what a test leaves behind; git ignores it, and packages resolve from it. */
export async function newFolder(name: string): Promise<string> {
  await mkdir(artefacts, { recursive: true })
  return mkdtemp(join(artefacts, `${name}-`))
}

/** Copies a site, or parts of it, without what an earlier build left: two builds of one folder disturb each other. */
export async function copy(site: string, into: string, parts: readonly string[] = ['.']): Promise<void> {
  const filter = (path: string): boolean => !['.astro', 'node_modules'].includes(basename(path))
  for (const part of parts) await cp(join(site, part), join(into, part), { recursive: true, filter })
}

/** Builds a site into a new folder, with no cache from earlier builds, and reads its pages. */
export async function pagesOf(config: AstroInlineConfig): Promise<Pages> {
  const folder = await newFolder('pages')
  try {
    await buildInto(folder, config)
    return await read(join(folder, 'out'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Builds a site into `out` below the folder, as `astro build` does. */
export async function buildInto(folder: string, config: AstroInlineConfig): Promise<void> {
  // Vitest says `test`, which would make Astro compile articles for development.
  process.env.NODE_ENV = 'production'
  const places = { outDir: join(folder, 'out'), cacheDir: join(folder, 'cache') }
  await build({ logLevel: 'error', ...places, ...config })
}

/** The HTML of every page below a folder. */
export async function read(out: string): Promise<Pages> {
  const names = (await readdir(out, { recursive: true })).filter((name) => name.endsWith('.html'))
  const texts = await Promise.all(names.map((name) => readFile(join(out, name), 'utf8')))
  return new Map(names.map((name, index) => [name.split(sep).join('/'), texts[index] ?? '']))
}
