import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { command } from './command.ts'

/** Files of a site, by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** How a build of a small site ended. */
export interface Built {
  readonly code: number | null
  readonly output: string
  /** What the build says of its figures, without the time. */
  readonly line: string | undefined
  readonly drawn: number
  readonly figures: number
  /** Every line that warns or tells of an error. */
  readonly warnings: readonly string[]
}

/** A configuration with these options of the integration, and others of Astro, as source text. */
export function config(options = '{}', others = ''): string {
  return `import mdx from '@astrojs/mdx'
import rnnFigures from 'astro-rnn-figures'
export default { integrations: [mdx(), rnnFigures(${options})], ${others} }
`
}

/** Writes the files of a site into a folder, beside what is there. */
export async function write(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

/** Runs `astro build` in a folder, as a process of its own. */
export async function astroBuild(folder: string): Promise<Built> {
  await rm(join(folder, 'dist'), { recursive: true, force: true })
  const { code, output } = await command(folder, 'astro', 'build')
  const [, line, figures, drawn] = /((\d+) figures?: (\d+) drawn, \d+ from the cache), \d+ ms/.exec(output) ?? []
  const warnings = output.split('\n').filter((text) => /\[(WARN|ERROR)\]|warn|error/i.test(text))
  return { code, output, line, drawn: Number(drawn), figures: Number(figures), warnings }
}

/** Every file of a built site, by path. */
export async function distOf(folder: string, name = 'dist'): Promise<ReadonlyMap<string, Buffer>> {
  const out = join(folder, name)
  const entries = await readdir(out, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const files = await Promise.all(
    paths.map(async (path) => [path.slice(out.length + 1), await readFile(path)] as const),
  )
  return new Map(files.sort(([one], [other]) => (one < other ? -1 : 1)))
}
