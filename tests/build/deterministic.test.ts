import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import mdx from '@astrojs/mdx'
import rnnFigures from 'astro-rnn-figures'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawingsIn } from './markup.ts'
import { articles, buildInto, copy, newFolder, type Pages, read } from './site.ts'
import { distOf } from './small-site.ts'

const folders: string[] = []
const sites: Pages[] = []
const files: ReadonlyMap<string, Buffer>[] = []

beforeAll(async () => {
  for (const place of ['site', 'another/much deeper/place']) {
    const folder = await newFolder('moved')
    const root = join(folder, place)
    await copy(articles, root)
    folders.push(folder)
    const integrations = [mdx(), rnnFigures({ formats: ['svg', 'png', 'pdf'] })]
    await buildInto(folder, { root, configFile: false, integrations })
    files.push(await distOf(folder, 'out'))
    sites.push(await read(join(folder, 'out')))
  }
}, 60_000)

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

test('a site built in two folders has the same figures to the byte', () => {
  const [here, there] = sites.map((pages) => new Map([...pages].map(([name, html]) => [name, drawingsIn(html)])))
  expect([...(here?.values() ?? [])].flat().length).toBeGreaterThan(30)
  expect(there).toEqual(here)
})

test('and the same files, in every format', () => {
  const [here, there] = files
  const ours = [...(here ?? [])].filter(([path]) => path.includes('/rnn-'))
  for (const format of ['svg', 'png', 'pdf', 'csv', 'json']) {
    expect(ours.filter(([path]) => path.endsWith(`.${format}`)).length, format).toBeGreaterThan(20)
  }
  expect(ours.filter(([path, bytes]) => !there?.get(path)?.equals(bytes)).map(([path]) => path)).toEqual([])
})

test('the pages do not tell in which folder they were built', () => {
  for (const pages of sites) {
    for (const [name, html] of pages) for (const folder of folders) expect(html, name).not.toContain(folder)
  }
})
