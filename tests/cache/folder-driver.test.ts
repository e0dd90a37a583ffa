import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cache } from '../../plugins/rnn-figures/cache/cache.ts'
import { folderDriver } from '../../plugins/rnn-figures/cache/folder-driver.ts'

const [first, second, third] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string]
const entry = (text: string) => ({ text, files: [{ name: 'a.svg', bytes: Uint8Array.of(1, 2, 3) }] })
const never = (why: string): never => {
  throw new Error(`The cache gave up: ${why}`)
}

let folder: string
const here = () => cache(folderDriver(join(folder, 'cache')), never)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rnn-cache-'))
})

afterEach(() => rm(folder, { recursive: true }))

test('an entry is there for the next build', async () => {
  expect(await here().read(first)).toBeUndefined()
  await here().write(first, entry('one'))
  const back = await here().read(first)
  expect(back?.text).toBe('one')
  expect(back?.files.map(({ name, bytes }) => [name, ...bytes])).toEqual([['a.svg', 1, 2, 3]])
})

test('what was neither read nor written goes, and what others left there stays', async () => {
  for (const key of [first, second, third]) await here().write(key, entry(key))
  const place = join(folder, 'cache')
  const unfinished = `${first}.0f8fad5b-d9cb-469f-a165-70867728950e`
  const strange = ['notes.txt', '.hidden', first.slice(1), first.toUpperCase(), `${first}.svg`, `${first}.1.2`]
  for (const name of [unfinished, ...strange]) await writeFile(join(place, name), 'x')
  await mkdir(join(place, 'folder'))
  const build = here()
  await build.read(first)
  await build.write(second, entry('again'))
  await build.prune()
  expect((await readdir(place)).sort()).toEqual([first, second, 'folder', ...strange].sort())
})

test('nothing is pruned before anything is there', async () => {
  await here().prune()
  expect(await readdir(folder)).toEqual([])
})

test('entries that changed places are nobody’s', async () => {
  await here().write(first, entry('one'))
  await here().write(second, entry('two'))
  const [one, two] = [join(folder, 'cache', first), join(folder, 'cache', second)]
  const bytes = await readFile(one)
  await writeFile(one, await readFile(two))
  await writeFile(two, bytes)
  expect([await here().read(first), await here().read(second)]).toEqual([undefined, undefined])
})

test('an entry that is a folder is none, and is left there', async () => {
  await mkdir(join(folder, 'cache', first), { recursive: true })
  expect(await here().read(first)).toBeUndefined()
})

test('a folder that cannot be written is told of once, and nothing else happens', async () => {
  await writeFile(join(folder, 'cache'), 'in the way')
  const told: string[] = []
  const build = cache(folderDriver(join(folder, 'cache')), (why) => told.push(why))
  expect(await build.read(first)).toBeUndefined()
  for (const key of [first, second]) await build.write(key, entry('x'))
  await build.prune()
  await build.close()
  expect(told).toHaveLength(1)
  expect(told[0]).toMatch(/EEXIST|ENOTDIR/)
  expect(await readFile(join(folder, 'cache'), 'utf8')).toBe('in the way')
})

/** A whole entry of the writer is as long as it makes them, and all of one byte. */
async function expectWhole(path: string): Promise<void> {
  const bytes = await readFile(path)
  expect(bytes).toHaveLength(16_000_000)
  expect(bytes.equals(Buffer.alloc(bytes.length, bytes[0]))).toBe(true)
}

test('nobody reads half an entry, even if its writer is killed', async () => {
  const writer = join(import.meta.dirname, 'writer.ts')
  for (let round = 0; round < 4; round++) {
    const child = spawn(process.execPath, [writer, folder, first], { stdio: 'ignore' })
    const ended = once(child, 'close')
    await expect.poll(() => readdir(folder), { timeout: 20_000, interval: 5 }).toContain(first)
    for (let reading = 0; reading < 12; reading++) await expectWhole(join(folder, first))
    child.kill('SIGKILL')
    await ended
    await expectWhole(join(folder, first))
  }
  const build = cache(folderDriver(folder), never)
  await build.prune()
  expect(await readdir(folder)).toEqual([])
})

test('builds that end while others write disturb nobody', async () => {
  const [writer, pruner] = [here(), here()]
  const writes = Array.from({ length: 40 }, (_, index) => writer.write(String(index).padStart(64, '0'), entry('x')))
  await Promise.all([...writes, ...Array.from({ length: 40 }, () => pruner.prune())])
  await here().write(first, entry('after'))
  expect((await here().read(first))?.text).toBe('after')
})

test('many writers at once leave one whole entry', async () => {
  const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(100_000))
  await Promise.all(texts.map((text) => here().write(first, entry(text))))
  expect(texts).toContain((await here().read(first))?.text)
  expect(await readdir(join(folder, 'cache'))).toEqual([first])
})
