import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newFolder } from './site.ts'
import { astroBuild, config, distOf, write } from './small-site.ts'

const figures = Array.from({ length: 12 }, (_, seed) => `<RnnFigure seq="abra" seed={${seed}} />\n`).join('\n')

let folder: string

beforeAll(async () => {
  folder = await newFolder('together')
})

afterAll(() => rm(folder, { recursive: true }))

test('two builds at once may share a cache folder', async () => {
  const places = ['one', 'two'].map((name) => join(folder, name))
  for (const place of places) {
    await write(place, { 'astro.config.mjs': config('{}', "cacheDir: '../cache',"), 'src/pages/page.mdx': figures })
  }
  for (let round = 0; round < 2; round++) {
    for (const { code, figures, warnings, output } of await Promise.all(places.map(astroBuild))) {
      expect({ code, figures, warnings }, output).toEqual({ code: 0, figures: 12, warnings: [] })
    }
  }
  const [one, two] = await Promise.all(places.map((place) => distOf(place)))
  expect(one?.size).toBeGreaterThan(48)
  expect(two).toEqual(one)
}, 60_000)
