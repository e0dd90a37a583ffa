import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import mdx from '@astrojs/mdx'
import rnnFigures from 'astro-rnn-figures'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startChromium } from '../browser/chromium.ts'
import { type StaticServer, serve } from '../browser/static-server.ts'
import { buildInto, newFolder } from './site.ts'
import { distOf, write } from './small-site.ts'

/** At most this many bytes of JavaScript, as Brotli sends them. */
const mostPlaying = 1_500

/** What the README says of each part; `docs/decisions.md` says why editors are larger than was hoped. */
const told = Object.fromEntries(
  Array.from(
    readFileSync('README.md', 'utf8').matchAll(/^\| ([a-z ]+?) +\| ([\d,]+) +\| /gm),
    ([, part = '', bytes = '']) => [part, Number(bytes.replace(',', ''))],
  ),
)

/** True to three parts in a hundred: Vite writes a script in a page and one in a file a little differently. */
function expectTold(part: string, bytes: number): void {
  expect(Math.abs(bytes / (told[part] ?? 0) - 1), `${part}: ${bytes} bytes`).toBeLessThan(0.03)
}

const editors = { heatmap: 'editor of heatmaps', unrolled: 'editor of unrolled networks' } as const

type Kind = keyof typeof editors

const kinds = Object.keys(editors) as readonly Kind[]

const editable = (kind: Kind) => `<RnnFigure seq="abra" alphabet="abcr" kind="${kind}" replay editable reroll />\n`

const pages = {
  'src/pages/plain.mdx': '<RnnFigure seq="abra" />\n\n<RnnFigure seq="cadabra" kind="unrolled" />\n',
  'src/pages/playing.mdx': '<RnnFigure seq="abra" replay />\n\n<RnnFigure seq="cadabra" kind="unrolled" replay />\n',
  'src/pages/heatmap.mdx': editable('heatmap'),
  'src/pages/unrolled.mdx': editable('unrolled'),
  'src/pages/both.mdx': `${editable('unrolled')}\n${editable('heatmap')}`,
}

/** Astro puts small scripts into the page, and where it may not, into a file. */
const limits = { 'scripts in its pages': 4096, 'scripts in files': 0 }

describe.each(Object.entries(limits))('a site with %s', (_, assetsInlineLimit) => {
  let folder: string
  let files: ReadonlyMap<string, Buffer>

  beforeAll(async () => {
    folder = await newFolder('island-bytes')
    const root = join(folder, 'site')
    await write(root, pages)
    const integrations = [mdx(), rnnFigures({ formats: [] })]
    await buildInto(folder, { root, configFile: false, integrations, vite: { build: { assetsInlineLimit } } })
    files = await distOf(folder, 'out')
  })

  afterAll(() => rm(folder, { recursive: true }))

  const html = (page: string): string => textOf(files, `/${page}/index.html`)

  test('sends no script for figures that cannot be replayed', () => {
    expect(html('plain').match(/<figure /g)).toHaveLength(2)
    expect(html('plain')).not.toMatch(/<script|modulepreload|data-module|rnn-replay|\.js\b|\son\w+=/)
  })

  test('sends a replay in 1,500 bytes, however many figures there are', () => {
    const scripts = loadedBy(files, html('playing'))
    expect(html('playing').match(/<rnn-replay /g)).toHaveLength(2)
    expect(scripts.join('\n').match(/customElements\.define/g)).toHaveLength(1)
    expect(bytesOf(scripts)).toBeLessThanOrEqual(mostPlaying)
    expectTold('player', bytesOf(scripts))
  })

  test('says values with a module of its own', () => {
    const modules = modulesOf(html('playing')).map((name) => textOf(files, name))
    expect(modules).toHaveLength(1)
    expectTold('values', bytesOf(modules))
  })

  test.each(kinds)('sends a replay and, when it is used, the editor of a figure of kind %s', (kind) => {
    const loaded = loadedBy(files, html(kind))
    const modules = editorsOf(html(kind))
    const editing = modules.map((name) => textOf(files, name))
    expect(loaded).toEqual(loadedBy(files, html('playing')))
    expect(modules).toEqual([expect.stringContaining(kind)])
    expect(editing.flatMap((text) => importsOf(text, '/'))).toEqual([])
    expectTold(editors[kind], bytesOf(editing))
  })

  describe('in Chromium', () => {
    let server: StaticServer
    let browser: Browser

    beforeAll(async () => {
      server = await serve(join(folder, 'out'))
      browser = await startChromium()
    })

    afterAll(async () => {
      await browser.close()
      await server.close()
    })

    /** Opens a page, and notes which scripts it asks for. */
    async function opened(path: string): Promise<{ readonly page: Page; readonly asked: readonly string[] }> {
      const page = await browser.newPage()
      const asked: string[] = []
      page.on('request', (request) => {
        const { pathname } = new URL(request.url())
        if (pathname.endsWith('.js')) asked.push(pathname)
      })
      await page.goto(server.origin + path, { waitUntil: 'networkidle' })
      await page.waitForSelector('rnn-replay:defined')
      return { page, asked }
    }

    test.each(kinds)(
      'the editor of a figure of kind %s is loaded when its field gets the focus, once',
      async (kind) => {
        const name = editorsOf(html(kind)).join()
        const { page, asked } = await opened('/both/')
        const own = asked.slice()
        expect(own.filter((path) => modulesOf(html('both')).includes(path))).toEqual([])
        const field = page.locator(`[data-module="${name}"] textarea`)
        const answered = page.waitForResponse((response) => response.url().endsWith(name))
        await field.focus()
        await answered
        await field.fill('cab')
        await page.waitForSelector(`[data-module="${name}"] code:text('seq="cab"')`)
        await field.blur()
        await field.focus()
        await field.fill('crab')
        await page.waitForSelector(`[data-module="${name}"] code:text('seq="crab"')`)
        expect(asked).toEqual([...own, name])
        await page.close()
      },
    )
  })
})

/** What one module takes of another. */
const importing = /\bimport\s*(?:[\w*{}\s,$]+from\s*)?["']([^"']+)["']|\bexport\s*[\w*{}\s,$]+from\s*["']([^"']+)["']/g

function textOf(files: ReadonlyMap<string, Buffer>, address: string): string {
  const content = files.get(address.slice(1))
  if (!content) throw new Error(`There is no ${address}.`)
  return content.toString()
}

/** The scripts that a page runs by itself, each with what it imports, and the ones it loads ahead. */
function loadedBy(files: ReadonlyMap<string, Buffer>, html: string): readonly string[] {
  const scripts = Array.from(html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g))
  const inline = scripts.filter(([, attributes = '']) => !/\ssrc=/.test(attributes)).map(([, , text = '']) => text)
  const named = Array.from(html.matchAll(/<script[^>]*\ssrc="([^"]+)"|<link[^>]*modulepreload[^>]*href="([^"]+)"/g))
  const found = new Set(named.map(([, script, ahead]) => script ?? ahead ?? ''))
  for (const text of inline) for (const address of importsOf(text, '/')) found.add(address)
  for (const address of found) for (const other of importsOf(textOf(files, address), address)) found.add(other)
  return [...inline, ...Array.from(found, (address) => textOf(files, address))]
}

function importsOf(script: string, address: string): readonly string[] {
  const names = Array.from(script.matchAll(importing), ([, one, other]) => one ?? other ?? '')
  return names.map((name) => posix.resolve(posix.dirname(address), name))
}

/** The modules that a page loads when they are first used. */
function modulesOf(html: string): readonly string[] {
  return [...new Set(Array.from(html.matchAll(/data-module="([^"]+)"/g), ([, name = '']) => name))]
}

function editorsOf(html: string): readonly string[] {
  return modulesOf(html).filter((name) => name.includes('editor'))
}

function bytesOf(scripts: readonly string[]): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
  return scripts.reduce((sum, script) => sum + brotliCompressSync(script, { params }).length, 0)
}
