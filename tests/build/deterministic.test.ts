import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import mdx from '@astrojs/mdx'
import rnnFigures from 'astro-rnn-figures'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawingsIn } from './markup.ts'
import { articles, copy, newFolder, type Pages, pagesOf } from './site.ts'

const folders: string[] = []
const sites: Pages[] = []

beforeAll(async () => {
  for (const place of ['site', 'another/much deeper/place']) {
    const folder = await newFolder('moved')
    const root = join(folder, place)
    await copy(articles, root)
    folders.push(folder)
    sites.push(await pagesOf({ root, configFile: false, integrations: [mdx(), rnnFigures()] }))
  }
}, 60_000)

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

test('a site built in two folders has the same figures to the byte', () => {
  const [here, there] = sites.map((pages) => new Map([...pages].map(([name, html]) => [name, drawingsIn(html)])))
  expect([...(here?.values() ?? [])].flat().length).toBeGreaterThan(30)
  expect(there).toEqual(here)
})

test('the pages do not tell in which folder they were built', () => {
  for (const pages of sites) {
    for (const [name, html] of pages) for (const folder of folders) expect(html, name).not.toContain(folder)
  }
})
