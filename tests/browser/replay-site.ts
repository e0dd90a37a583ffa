import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import mdx from '@astrojs/mdx'
import rnnFigures from 'astro-rnn-figures'
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import { buildInto, copy, newFolder } from '../build/site.ts'
import { type BrowserName, browsers, type Reader, type ReaderOptions, type Readers, startReaders } from './reader.ts'
import { serve } from './static-server.ts'

/** The built site of figures that can be replayed, being served. */
export interface ReplaySite {
  readonly origin: string
  readonly close: () => Promise<void>
}

/** Pages in MDX, without frontmatter, by name. */
export type MorePages = Readonly<Record<string, string>>

const source = fileURLToPath(new URL('../sites/replay/', import.meta.url))

const frontmatter = '---\ntitle: Written by a test\nlayout: ../layouts/Plain.astro\n---\n'

/** Builds the site under a strict Content-Security-Policy, with more pages, and serves it. */
export async function openReplays(pages: MorePages = {}): Promise<ReplaySite> {
  const folder = await newFolder('replay')
  const root = join(folder, 'site')
  await copy(source, root)
  for (const [name, content] of Object.entries(pages)) {
    await writeFile(join(root, `src/pages/${name}.mdx`), frontmatter + content)
  }
  const integrations = [mdx(), rnnFigures({ labels: { copied: 'It is in the clipboard.' } })]
  await buildInto(folder, { root, configFile: false, security: { csp: true }, integrations })
  const server = await serve(join(folder, 'out'))
  const close = async (): Promise<void> => {
    await server.close()
    await rm(folder, { recursive: true })
  }
  return { origin: server.origin, close }
}

/** Expects what will be true after a while, on a machine that has other things to do, too. */
export function eventually<Seen>(look: () => Promise<Seen>) {
  return expect.poll(look, { timeout: 10_000 })
}

/** Opens a page of the site, as somebody new. */
export type Open = (path: string, options?: ReaderOptions) => Promise<Reader>

/** Tests with the site, once for each browser. No reader may have anything to complain about. */
export function inEachBrowser(tests: (open: Open, name: BrowserName) => void, pages?: MorePages): void {
  let site: ReplaySite

  beforeAll(async () => {
    site = await openReplays(pages)
  }, 60_000)

  afterAll(() => site.close())

  for (const [name, missing] of browsers) {
    describe.skipIf(missing !== '')(`in ${name}${missing}`, () => {
      let readers: Readers
      const opened: Reader[] = []

      beforeAll(() => {
        readers = startReaders(name)
      })

      afterEach(async () => {
        for (const { complaints, close } of opened.splice(0)) {
          expect(complaints).toEqual([])
          await close()
        }
      })

      afterAll(() => readers.close())

      tests(async (path, options) => {
        const reader = await readers.open(site.origin, options)
        opened.push(reader)
        await reader.goto(path)
        return reader
      }, name)
    })
  }
}
