import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newFolder } from './site.ts'
import { astroBuild, config, write } from './small-site.ts'

/** What a configuration says, and what its author is told. */
const mistakes: Readonly<Record<string, readonly [options: string, ...told: readonly string[]]>> = {
  'an option that is not there': [
    '{ venu: "nature" }',
    'rnnFigures(): there is no option `venu`.',
    'Did you mean "venue"?',
  ],
  'an option of the card that is not there': [
    '{ card: { site: "x", fnt: "y" } }',
    'rnnFigures(): there is no option `card.fnt`.',
    'Did you mean "font"?',
  ],
  'a word that no control has': [
    "{ labels: { plya: 'Abspielen' } }",
    'rnnFigures(): `labels` has no word `plya`.',
    'Did you mean "play"?',
  ],
  'a word that is none': ['{ labels: { play: 7 } }', 'rnnFigures(): `labels.play` must be a text, not 7.'],
  'a wrong type': ['{ grey: "yes" }', 'rnnFigures(): `grey` must be true or false, not "yes".'],
  'a venue that nobody knows': ['{ venue: "natur" }', 'rnnFigures(): `venue` must be one of neurips, icml,'],
  'a format that nobody writes': ['{ formats: ["eps"] }', 'rnnFigures(): `formats` must be one of svg, png, pdf'],
  'a list that is none': ['{ fonts: "./a.ttf" }', 'rnnFigures(): `fonts` must be a list of paths of font files'],
  'a driver that is not there': [
    "{ cache: { driver: 'reddis' } }",
    'rnnFigures(): `cache` names the driver "reddis", which unstorage does not have.',
    'Did you mean "redis"?',
  ],
  'a driver whose name is no text': [
    '{ cache: { driver: 7 } }',
    "rnnFigures(): `cache` must be a store such as { driver: 'redis'",
  ],
  'a store that is none': ["{ cache: 'redis://x' }", "rnnFigures(): `cache` must be a store such as { driver: 'redis'"],
  'a driver whose package is not installed': [
    "{ cache: { driver: 'mongodb', connectionString: 'mongodb://x', databaseName: 'x' } }",
    'rnnFigures(): the driver "mongodb" of `cache` cannot be used: ',
    'mongodb',
  ],
  'a font that is not there': [
    "{ fonts: ['./none.ttf'] }",
    'rnnFigures(): `fonts` names "./none.ttf", which cannot be read.',
  ],
  'a font that is none': [
    "{ fonts: ['./astro.config.mjs'] }",
    'rnnFigures(): `fonts`: "./astro.config.mjs" is not a TrueType or OpenType font.',
  ],
  'a card without a site': ['{ card: {} }', 'rnnFigures(): `card.site` is missing; it must be the name of the site.'],
}

let folder: string

beforeAll(async () => {
  folder = await newFolder('options')
})

afterAll(() => rm(folder, { recursive: true }))

test.concurrent.each(Object.entries(mistakes))(
  '%s is told of before anything is built',
  async (name, [options, ...told]) => {
    const place = join(folder, name.replaceAll(' ', '-'))
    await write(place, { 'astro.config.mjs': config(options), 'src/pages/index.mdx': '# Page\n' })
    const { code, output } = await astroBuild(place)
    expect(code, output).toBe(1)
    for (const sentence of told) expect(output).toContain(sentence)
    expect(output).not.toContain('building client')
  },
)
