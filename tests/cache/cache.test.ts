import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Driver } from 'unstorage'
import memoryDriver from 'unstorage/drivers/memory'
import { describe, expect, test, vi } from 'vitest'
import { cache } from '../../plugins/rnn-figures/cache/cache.ts'
import { packed } from '../../plugins/rnn-figures/cache/entry.ts'
import { folderDriver } from '../../plugins/rnn-figures/cache/folder-driver.ts'

const key = 'a'.repeat(64)
const entry = { text: 'text', files: [{ name: 'a.png', bytes: Uint8Array.of(0, 1, 255) }] }

/** A driver that does this when it is asked for an entry, and is empty otherwise. */
function driver(getItemRaw: Driver['getItem'], rest: Partial<Driver> = {}): Driver {
  return { hasItem: () => false, getItem: () => null, getKeys: () => [], getItemRaw, setItemRaw() {}, ...rest }
}

const texts = {
  'a driver of bytes': () => memoryDriver(),
  // What Redis and most others have.
  'a driver of texts': (): Driver => {
    const kept = new Map<string, string>()
    return {
      hasItem: (name) => kept.has(name),
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
      getKeys: () => [...kept.keys()],
    }
  },
}

test.each(Object.entries(texts))('%s keeps an entry', async (_, create) => {
  const store = create()
  const failed = vi.fn()
  await cache(store, failed).write(key, entry)
  const back = await cache(store, failed).read(key)
  expect(back?.text).toBe('text')
  expect(back?.files.map(({ name, bytes }) => [name, ...bytes])).toEqual([['a.png', 0, 1, 255]])
  expect(failed).not.toHaveBeenCalled()
})

describe('a shared store that others write', () => {
  test.each([
    ['a text', 'text'],
    ['a text that says it is bytes', 'base64:AAAA'],
    ['a text that says so and is none', 'base64:%%%'],
    ['an empty text', ''],
    ['a number', 7],
    ['nought', 0],
    ['an object', { text: 'x', files: [] }],
    ['a list', [1, 2, 3]],
    ['true', true],
    ['no bytes', new Uint8Array()],
    ['other bytes', new Uint8Array(1000)],
    ['a buffer without a view', new ArrayBuffer(8)],
  ])('may hold %s: there is no entry, and nobody complains', async (_, value) => {
    const failed = vi.fn()
    const build = cache(
      driver(() => value),
      failed,
    )
    expect(await build.read(key)).toBeUndefined()
    expect(failed).not.toHaveBeenCalled()
  })

  test('may fail where there is nothing, which is no failure of the store', async () => {
    const failed = vi.fn()
    const missing = () => {
      throw new Error('404')
    }
    expect(await cache(driver(missing), failed).read(key)).toBeUndefined()
    expect(failed).not.toHaveBeenCalled()
  })

  test('may answer with an ArrayBuffer, as drivers over HTTP do', async () => {
    const bytes = packed(key, entry)
    const answer = () => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
    const read = await cache(driver(answer), vi.fn()).read(key)
    expect(read?.text).toBe(entry.text)
  })

  test('is given its time when this process is busy', async () => {
    const failed = vi.fn()
    const folder = mkdtempSync(join(tmpdir(), 'rnn-busy-'))
    const build = cache(folderDriver(folder), failed)
    await build.write(key, entry)
    const reading = build.read(key)
    const until = performance.now() + 5_600
    while (performance.now() < until);
    expect((await reading)?.text).toBe(entry.text)
    expect(failed).not.toHaveBeenCalled()
    rmSync(folder, { recursive: true })
  })

  test.each([
    [
      'an error',
      () => {
        throw new Error('no')
      },
    ],
    ['a refused promise', () => Promise.reject(new Error('no'))],
    [
      'something that is no error',
      async () => {
        throw 'no'
      },
    ],
  ])('may answer with %s: that is told once, and nobody asks again', async (_, answer) => {
    const failed = vi.fn()
    const asked = vi.fn(answer)
    const build = cache(driver(asked, { hasItem: () => true }), failed)
    expect(await Promise.all([build.read(key), build.read(key)])).toEqual([undefined, undefined])
    const before = asked.mock.calls.length
    expect(await build.read(key)).toBeUndefined()
    await build.write(key, entry)
    expect(asked).toHaveBeenCalledTimes(before)
    expect(failed.mock.calls).toEqual([['no']])
  })

  test('may never answer', async () => {
    vi.useFakeTimers()
    try {
      const failed = vi.fn()
      const silent = driver(() => new Promise<never>(() => {}))
      const build = cache(silent, failed)
      const reads = Promise.all([build.read(key), build.read(key)])
      await vi.advanceTimersByTimeAsync(6000)
      expect(await reads).toEqual([undefined, undefined])
      expect(failed.mock.calls).toEqual([['it did not answer within 5 seconds']])
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })
})

test('a store that nobody asks is not connected to', async () => {
  const connected = vi.fn()
  const build = cache(
    driver(() => null, { getInstance: connected, dispose: connected }),
    vi.fn(),
  )
  await build.close()
  expect(connected).not.toHaveBeenCalled()
})

test('a connection is let go, even by a driver that fails in it', async () => {
  const dispose = vi.fn(() => Promise.reject(new Error('no')))
  const build = cache(
    driver(() => null, { dispose }),
    vi.fn(),
  )
  await build.read(key)
  await build.close()
  expect(dispose).toHaveBeenCalledOnce()
})
