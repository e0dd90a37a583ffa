import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import mdx from '@astrojs/mdx'
import type { AstroUserConfig } from 'astro'
import rnnFigures from 'astro-rnn-figures'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDevServer } from '../errors/dev-server.ts'
import { buildInto, newFolder, read } from './site.ts'
import { config, distOf, write } from './small-site.ts'

const page = '# Page\n\n<RnnFigure seq="abra" formats={["svg", "png", "pdf"]} />\n'
const cdn = 'https://cdn.example'
const places: Readonly<Record<string, readonly [config: AstroUserConfig, prefix: string]>> = {
  'at the root': [{}, ''],
  'under a base': [{ base: '/base' }, '/base'],
  'on another host': [{ build: { assetsPrefix: cdn } }, cdn],
  'on another host, under a base': [{ base: '/base', build: { assetsPrefix: cdn } }, cdn],
}
const endings = ['csv', 'json', 'pdf', 'png', 'svg']

let folder: string

beforeAll(async () => {
  folder = await newFolder('addresses')
  await write(join(folder, 'site'), { 'src/pages/page.mdx': page })
})

afterAll(() => rm(folder, { recursive: true }))

/** Where the links to a figure's files lead, by the ending of the file. */
function linksIn(html: string): ReadonlyMap<string, string> {
  const found = Array.from(html.matchAll(/(?:href|src)="([^"]*rnn-[0-9a-f]{16}[^"]*)"/g), ([, to = '']) => to)
  return new Map(found.map((to) => [to.split('.').at(-1) ?? '', to]))
}

describe.each(Object.entries(places))('a site %s', (_, [options, prefix]) => {
  test('links to files where they will be', async () => {
    const root = join(folder, 'site')
    await rm(join(folder, 'out'), { recursive: true, force: true })
    await buildInto(folder, { root, configFile: false, integrations: [mdx(), rnnFigures()], ...options })
    const links = linksIn((await read(join(folder, 'out'))).get('page/index.html') ?? '')
    const made = await distOf(folder, 'out')
    expect([...links.keys()].sort()).toEqual(endings)
    for (const [ending, to] of links) {
      expect(to).toMatch(new RegExp(`^${prefix}/_astro/rnn-[0-9a-f]{16}\\.[\\w-]+\\.${ending}$`))
      expect(made.get(to.slice(prefix.length + 1))?.length).toBeGreaterThan(0)
    }
  })
})

describe.each([
  ['at the root', '', ''],
  ['under a base', "base: '/base',", '/base'],
])('a dev server %s', (name, others, base) => {
  test('answers for files with what they are', async () => {
    const files = { 'astro.config.mjs': config('{}', others), 'src/pages/page.mdx': page }
    const server = await startDevServer(`addresses-dev-${name.replaceAll(' ', '-')}`, files)
    try {
      const links = linksIn(await (await fetch(`${server.origin}${base}/page`)).text())
      expect([...links.keys()].sort()).toEqual(endings)
      const types: Record<string, string | null> = {}
      for (const [ending, to] of links) {
        expect(to.startsWith(`${base}/@rnn-figures/rnn-`)).toBe(true)
        const answer = await fetch(server.origin + to)
        types[ending] = answer.headers.get('content-type')
        expect(answer.status).toBe(200)
        expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100)
        expect((await fetch(`${server.origin + to}?t=1`)).headers.get('content-type')).toBe(types[ending])
      }
      expect(types).toEqual({
        csv: 'text/csv; charset=utf-8',
        json: 'application/json; charset=utf-8',
        pdf: 'application/pdf',
        png: 'image/png',
        svg: 'image/svg+xml',
      })
      const none = await fetch(`${server.origin}${base}/@rnn-figures/rnn-0000000000000000.svg`)
      expect(none.status).toBe(404)
    } finally {
      await server.stop()
      await rm(server.root, { recursive: true, force: true })
    }
  })
})
