import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import mdx from '@astrojs/mdx'
import rnnFigures from 'astro-rnn-figures'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawingsIn } from './markup.ts'
import { buildInto, newFolder } from './site.ts'

const page = (seed: number) => `# Page\n\n<RnnFigure seq="abracadabra" seed={${seed}} />\n`

let folder: string
let cache: string

beforeAll(async () => {
  folder = await newFolder('cached')
  cache = join(folder, 'cache/astro-rnn-figures')
})

afterAll(() => rm(folder, { recursive: true }))

/** Builds the site with these pages, and gives its drawings. */
async function drawingsBuilt(pages: Readonly<Record<string, string>>) {
  const root = join(folder, 'site')
  await rm(root, { recursive: true, force: true })
  await mkdir(join(root, 'src/pages'), { recursive: true })
  for (const [name, text] of Object.entries(pages)) await writeFile(join(root, `src/pages/${name}.mdx`), text)
  await buildInto(folder, { root, configFile: false, integrations: [mdx(), rnnFigures()] })
  const names = Object.keys(pages)
  const html = await Promise.all(names.map((name) => readFile(join(folder, `out/${name}/index.html`), 'utf8')))
  return html.map(drawingsIn)
}

/** The same, and the names of the cache's entries. */
async function built(pages: Readonly<Record<string, string>>) {
  return { drawings: await drawingsBuilt(pages), entries: await readdir(cache) }
}

test('an article is finished once, again when it changes, and forgotten when it is gone', async () => {
  const first = await built({ a: page(1), b: page(2) })
  expect(first.entries).toHaveLength(2)
  expect(await built({ a: page(1), b: page(2) })).toEqual(first)
  const changed = await built({ a: page(1), b: page(3) })
  expect(changed.entries.filter((entry) => first.entries.includes(entry))).toHaveLength(1)
  expect(changed.entries).toHaveLength(2)
  expect(changed.drawings[0]).toEqual(first.drawings[0])
  expect(changed.drawings[1]).not.toEqual(first.drawings[1])
  expect((await built({ a: page(1) })).entries).toHaveLength(1)
})

test('an entry is used, and a damaged one is finished again', async () => {
  const first = await built({ a: page(1) })
  const entry = join(cache, first.entries[0] ?? '')
  const sound = await readFile(entry, 'utf8')
  await writeFile(entry, sound.replaceAll('abracadabra', 'ABRACADABRA'))
  expect((await built({ a: page(1) })).drawings.flat().join('')).toContain('ABRACADABRA')
  for (const damage of [
    sound.slice(0, 1000),
    '',
    '{}',
    'null',
    '{"kinds":1,"length":0}\n',
    sound.slice(sound.indexOf('\n')),
  ]) {
    await writeFile(entry, damage)
    expect((await built({ a: page(1) })).drawings).toEqual(first.drawings)
    expect(await readFile(entry, 'utf8')).toBe(sound)
  }
})

test('a cache that cannot be written is done without', async () => {
  const first = await built({ a: page(1), b: page(2) })
  await rm(cache, { recursive: true })
  await writeFile(cache, 'in the way')
  try {
    expect(await drawingsBuilt({ a: page(1), b: page(2) })).toEqual(first.drawings)
  } finally {
    await rm(cache)
  }
})
