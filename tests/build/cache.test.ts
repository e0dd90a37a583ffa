import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { logged } from './logged.ts'
import { newFolder } from './site.ts'
import { distOf, type Files, write } from './small-site.ts'

const reference = (name: string) => readFile(join(import.meta.dirname, '../reference', name))
const plain = (seed: number, more = '') => `# Plain\n\n<RnnFigure seq="abra" seed={${seed}}${more} />\n`
const drawn = (count: number) => `5 figures: ${count} drawn, ${5 - count} from the cache`

let origin: string
let folder: string

/** A site with five figures, as it was first built, with the cache that this left. */
beforeAll(async () => {
  folder = await newFolder('cached')
  origin = `${folder}-at-first`
  await write(join(folder, 'site'), {
    'src/pages/plain.mdx': plain(1),
    'src/pages/other.mdx':
      '<RnnFigure seq="abc" />\n\n<RnnFigure kind="unrolled" seq="abc" />\n\n<RnnFigure seq="abc" />\n',
    'src/pages/weights.mdx': '<RnnFigure seq="abra" weights="../model.safetensors" alphabet="abcdr" />\n',
    'src/pages/series.mdx': '<RnnFigure values="./series.csv" hidden={3} />\n',
    'src/model.safetensors': await reference('lstm-seeded.safetensors'),
    'src/pages/series.csv': '1\n2\n3\n',
  })
  const { line, output } = await logged(folder)
  expect(line, output).toBe(drawn(5))
  await cp(folder, origin, { recursive: true })
})

beforeEach(async () => {
  await rm(folder, { recursive: true })
  await cp(origin, folder, { recursive: true })
})

afterAll(async () => {
  for (const each of [origin, folder]) await rm(each, { recursive: true, force: true })
})

const edit = (files: Files) => write(join(folder, 'site'), files)
const cache = (of = folder) => join(of, 'cache/astro-rnn-figures')
const built = (of: string) => distOf(of, 'out')

/** Names of the cache's entries. */
const entries = async () => (await readdir(cache())).sort()

describe('a second build', () => {
  test('draws nothing where nothing changed', async () => {
    expect((await logged(folder)).line).toBe(drawn(0))
    expect(await built(folder)).toEqual(await built(origin))
    expect(await readdir(cache())).toEqual(await readdir(cache(origin)))
  })

  test('draws nothing where words changed', async () => {
    await edit({ 'src/pages/plain.mdx': `${plain(1)}\nMore words.\n` })
    expect((await logged(folder)).line).toBe(drawn(0))
    expect(await readFile(join(folder, 'out/plain/index.html'), 'utf8')).toContain('More words.')
  })

  test('draws the one figure whose seed changed, and forgets the old one', async () => {
    const before = await entries()
    await edit({ 'src/pages/plain.mdx': plain(2) })
    expect((await logged(folder)).line).toBe(drawn(1))
    const after = await entries()
    expect(after).toHaveLength(before.length)
    // The figure and its article.
    expect(after.filter((name) => !before.includes(name))).toHaveLength(2)
    expect(await readFile(join(folder, 'out/plain/index.html'), 'utf8')).toContain('with seed 2.')
  })

  test('draws the one figure whose formats changed', async () => {
    await edit({ 'src/pages/plain.mdx': plain(1, ' formats={["pdf"]}') })
    expect((await logged(folder)).line).toBe(drawn(1))
    expect([...(await built(folder)).keys()].filter((path) => path.endsWith('.pdf'))).toHaveLength(1)
  })

  test('draws the one figure whose weights changed, and the one whose numbers did', async () => {
    await edit({ 'src/model.safetensors': await reference('rnn-seeded.safetensors') })
    expect((await logged(folder)).line).toBe(drawn(1))
    expect(await readFile(join(folder, 'out/weights/index.html'), 'utf8')).toContain('with 4 tanh units')
    await edit({ 'src/pages/series.csv': '1\n2\n3\n4\n' })
    expect((await logged(folder)).line).toBe(drawn(1))
    expect(await readFile(join(folder, 'out/series/index.html'), 'utf8')).toContain('reads 4 steps')
  })

  test('draws everything where an option of the site changed', async () => {
    const { line } = await logged(folder, { palette: 'vivid' })
    expect(line).toBe(drawn(5))
    expect(await entries()).toHaveLength((await readdir(cache(origin))).length)
  })

  test('forgets the figures of an article that is gone', async () => {
    await rm(join(folder, 'site/src/pages/other.mdx'))
    expect((await logged(folder)).line).toBe('3 figures: 0 drawn, 3 from the cache')
    expect(await entries()).toHaveLength(6)
  })
})

describe('a damaged entry', () => {
  test('is made again, and nothing else is drawn', async () => {
    let redrawn = 0
    for (const name of await entries()) {
      const sound = await readFile(join(cache(), name))
      const damaged = Buffer.from(sound)
      damaged[sound.length >> 1] = (damaged[sound.length >> 1] ?? 0) ^ 1
      await writeFile(join(cache(), name), damaged)
      const { line, output } = await logged(folder)
      expect([drawn(0), drawn(1)], output).toContain(line)
      if (line === drawn(1)) redrawn += 1
      expect(await readFile(join(cache(), name))).toEqual(sound)
    }
    expect(redrawn).toBe(5)
    expect(await built(folder)).toEqual(await built(origin))
  })

  test('is made again when all are nothing, or stand in for each other', async () => {
    const names = await entries()
    const [last = '', ...others] = names.toReversed()
    const bytes = await readFile(join(cache(), last))
    for (const name of others) await writeFile(join(cache(), name), bytes)
    await writeFile(join(cache(), last), '')
    expect((await logged(folder)).line).toBe(drawn(5))
    expect(await built(folder)).toEqual(await built(origin))
  })
})

test('a cache that cannot be written is told of once and done without', async () => {
  await rm(cache(), { recursive: true })
  await writeFile(cache(), 'in the way')
  const { line, output } = await logged(folder)
  expect(line).toBe(drawn(5))
  expect(output.match(/The cache of figures cannot be used, so what it lacks is drawn anew: /g)).toHaveLength(1)
  expect(await built(folder)).toEqual(await built(origin))
})
