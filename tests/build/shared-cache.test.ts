import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { has, lacking } from '../tools.ts'
import { command } from './command.ts'
import { freePort, type RedisServer, startRedis, startSilent } from './redis-server.ts'
import { newFolder } from './site.ts'
import { astroBuild, config, distOf, write } from './small-site.ts'

const pages = {
  'src/pages/one.mdx': '# One\n\n<RnnFigure seq="abracadabra" seed={7} formats={["svg", "png", "pdf"]} />\n',
  'src/pages/two.mdx': '# Two\n\n<RnnFigure kind="unrolled" seq="abc" />\n\n<RnnFigure seq="abc" hidden={4} />\n',
}

let folder: string

/** A checkout of the site that shares this store. */
async function checkout(name: string, url: string): Promise<string> {
  const place = join(folder, name)
  await rm(place, { recursive: true, force: true })
  await write(place, { ...pages, 'astro.config.mjs': config(`{ cache: { driver: 'redis', url: '${url}' } }`) })
  return place
}

beforeAll(async () => {
  folder = await newFolder('shared')
})

afterAll(() => rm(folder, { recursive: true }))

/** Loses what a checkout keeps itself. */
const forget = (place: string) => rm(join(place, 'node_modules/.astro'), { recursive: true })

describe.skipIf(!has('redis-server'))(`a shared cache${lacking('redis-server')}`, () => {
  let redis: RedisServer
  let client: Redis
  let url: string

  beforeAll(async () => {
    redis = await startRedis('sesame')
    url = `redis://:sesame@127.0.0.1:${redis.port}`
    client = new Redis(url)
  })

  beforeEach(() => client.flushall())

  afterAll(async () => {
    client.disconnect()
    await redis.stop()
  })

  test('draws nothing in a second checkout, whose pages and files are the same', async () => {
    await client.mset('a'.repeat(64), 'theirs', 'session', 'theirs')
    const [one, two] = [await checkout('one', url), await checkout('deeper/two', url)]
    const first = await astroBuild(one)
    expect(first, first.output).toMatchObject({ code: 0, line: '3 figures: 3 drawn, 0 from the cache', warnings: [] })
    const second = await astroBuild(two)
    expect(second, second.output).toMatchObject({ code: 0, line: '3 figures: 0 drawn, 3 from the cache', warnings: [] })
    const [here, there] = [await distOf(one), await distOf(two)]
    expect([...there.keys()]).toEqual([...here.keys()])
    expect([...there].filter(([path, bytes]) => !here.get(path)?.equals(bytes)).map(([path]) => path)).toEqual([])
    expect([...here.keys()].filter((path) => path.endsWith('.pdf'))).toHaveLength(1)
    // What others put there stays.
    expect(await client.mget('a'.repeat(64), 'session')).toEqual(['theirs', 'theirs'])
  })

  test('is not missed by a checkout that has been built before', async () => {
    const going = await startRedis()
    const place = await checkout('again', going.url)
    expect((await astroBuild(place)).drawn).toBe(3)
    await going.stop()
    const again = await astroBuild(place)
    expect(again, again.output).toMatchObject({ code: 0, drawn: 0, warnings: [] })
  })

  test('that holds garbage is written anew', async () => {
    const place = await checkout('garbage', url)
    const sound = await astroBuild(place)
    const before = await distOf(place)
    const keys = await client.keys('*')
    expect(keys.length).toBeGreaterThanOrEqual(5)
    const garbage = ['', 'text', '{}', '7', 'base64:AAAA', '\u0000\ud7ff']
    for (const [index, key] of keys.entries()) await client.set(key, garbage[index % garbage.length] ?? '')
    await forget(place)
    const again = await astroBuild(place)
    expect(again, again.output).toMatchObject({ code: 0, line: sound.line, warnings: [] })
    expect([...(await distOf(place)).keys()]).toEqual([...before.keys()])
    const kept = await client.mget(...keys)
    expect(kept.filter((text) => garbage.includes(text ?? ''))).toEqual([])
  })

  test('that holds things of another kind is done without', async () => {
    const place = await checkout('another-kind', url)
    await astroBuild(place)
    const keys = await client.keys('*')
    await client.del(...keys)
    for (const key of keys) await client.lpush(key, 'a list')
    await forget(place)
    const built = await astroBuild(place)
    expect(built, built.output).toMatchObject({ code: 0, drawn: 3 })
    expect(built.warnings).toEqual([expect.stringMatching(/The shared cache of figures cannot be used, .*WRONGTYPE/)])
  })

  test('whose password is another is done without, and nobody reads the password', async () => {
    const built = await astroBuild(await checkout('locked-out', `redis://:secret@127.0.0.1:${redis.port}`))
    expect(built, built.output).toMatchObject({ code: 0, drawn: 3 })
    expect(built.warnings).toEqual([
      expect.stringMatching(/cannot be used, so what it lacks is drawn anew: .*(WRONGPASS|NOAUTH)/),
    ])
    expect(built.output).not.toMatch(/ioredis|secret/)
  })

  test('may go while the site is built', async () => {
    const going = await startRedis()
    const watcher = new Redis(going.url, { retryStrategy: () => null })
    const monitor = await watcher.monitor()
    for (const each of [watcher, monitor]) each.on('error', () => {})
    // The store goes when the first page asks for it.
    const gone = new Promise((resolve) => monitor.once('monitor', () => resolve(going.stop())))
    const built = await astroBuild(await checkout('going', going.url))
    await gone
    for (const each of [watcher, monitor]) each.disconnect()
    expect(built, built.output).toMatchObject({ code: 0, drawn: 3 })
    expect(built.warnings).toEqual([expect.stringContaining('The shared cache of figures cannot be used')])
    expect(built.output).not.toContain('ioredis')
  })
})

// These wait more than they work.
describe.concurrent('a shared cache', () => {
  test('that is not there is told of once, and the site is built', async ({ expect }) => {
    const place = await checkout('none', `redis://127.0.0.1:${await freePort()}`)
    const built = await astroBuild(place)
    expect(built, built.output).toMatchObject({ code: 0, line: '3 figures: 3 drawn, 0 from the cache' })
    expect(built.warnings).toEqual([
      expect.stringMatching(/The shared cache of figures cannot be used, so what it lacks is drawn anew: /),
    ])
    expect(built.output).not.toContain('ioredis')
    expect([...(await distOf(place)).keys()].filter((path) => path.endsWith('.svg'))).toHaveLength(3)
  })

  test('that never answers is told of once, and the site is built', async ({ expect }) => {
    const silent = await startSilent()
    try {
      const built = await astroBuild(await checkout('silent', silent.url))
      expect(built, built.output).toMatchObject({ code: 0, line: '3 figures: 3 drawn, 0 from the cache' })
      expect(built.warnings).toEqual([expect.stringContaining('it did not answer within')])
      expect(built.output).not.toContain('ioredis')
    } finally {
      await silent.stop()
    }
  })

  test('does not keep a build alive that fails', async ({ expect }) => {
    const silent = await startSilent()
    try {
      const place = await checkout('failing', silent.url)
      await write(place, { 'src/pages/one.mdx': '<RnnFigure seq="abc" hidden={0} />\n' })
      const failed = await astroBuild(place)
      expect(failed.code).toBe(1)
      expect(failed.output).toContain('`hidden` must be')
    } finally {
      await silent.stop()
    }
  })

  test('is not asked by a command that needs no figures', async ({ expect }) => {
    const silent = await startSilent()
    try {
      const { code, output } = await command(await checkout('sync', silent.url), 'astro', 'sync')
      expect(code, output).toBe(0)
      expect(output).not.toContain('cannot be used')
      expect(silent.connections()).toBe(0)
    } finally {
      await silent.stop()
    }
  })
})
