import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import mdx from '@astrojs/mdx'
import rnnFigures from 'astro-rnn-figures'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildInto, copy, newFolder } from '../build/site.ts'
import { browsers, type Reader, type Readers, startReaders } from './reader.ts'
import { type StaticServer, serve } from './static-server.ts'

/** What a test leaves in the page for later. */
interface Left {
  /** True until the browser loads a page by itself. */
  sameDocument?: boolean
  frames?: number
  figure?: Element | null
}

/** What a figure's player shows. */
interface Player {
  readonly place: string
  readonly step: number
  readonly playing: boolean
  /** For each drawing, what the player has put into it. */
  readonly clips: readonly number[]
}

let folder: string
let server: StaticServer

beforeAll(async () => {
  folder = await newFolder('router')
  const root = join(folder, 'site')
  await copy(fileURLToPath(new URL('../sites/router/', import.meta.url)), root)
  // What is prefetched and then not needed counts as failed.
  await buildInto(folder, {
    root,
    configFile: false,
    prefetch: false,
    integrations: [mdx(), rnnFigures({ formats: [] })],
  })
  server = await serve(join(folder, 'out'))
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

for (const [name, missing] of browsers) {
  describe.skipIf(missing !== '')(`with Astro's client router, in ${name}${missing}`, () => {
    let readers: Readers

    beforeAll(() => {
      readers = startReaders(name)
    })

    afterAll(() => readers.close())

    async function at(path: string): Promise<Reader> {
      const reader = await readers.open(server.origin)
      await reader.goto(path)
      await reader.evaluate(() => {
        ;(globalThis as unknown as Left).sameDocument = true
      })
      return reader
    }

    test('a figure wakes, plays and takes another sequence on a page that the router brings', async () => {
      const reader = await at('/')
      await follow(reader, '.to-playing', '/playing/')
      await expect.poll(() => reader.evaluate(player)).toMatchObject({ place: '11/11 a', clips: [1, 1] })
      await playFast(reader)
      await expect.poll(() => reader.evaluate(player)).toMatchObject({ playing: true })
      await expect.poll(() => reader.evaluate(player)).toMatchObject({ playing: false, step: 11 })
      await reader.focus('textarea')
      await reader.press('End')
      await reader.type('ba')
      await expect.poll(() => reader.evaluate(tag)).toContain('seq="abracadabraba"')
      expect(await reader.evaluate(player)).toMatchObject({ place: '13/13 a', clips: [1, 1] })
      await finish(reader)
    })

    test('a figure wakes each time its page comes back', async () => {
      const reader = await at('/')
      await follow(reader, '.to-playing', '/playing/')
      await follow(reader, '.to-other-at-2', '/other/')
      await reader.back()
      await arrived(reader, '/playing/')
      await expect.poll(() => reader.evaluate(player)).toMatchObject({ place: '11/11 a', clips: [1, 1] })
      await reader.back()
      await arrived(reader, '/')
      expect(await reader.evaluate(() => document.querySelectorAll('rnn-replay').length)).toBe(0)
      await reader.forward()
      await arrived(reader, '/playing/')
      await expect.poll(() => reader.evaluate(player)).toMatchObject({ place: '11/11 a', clips: [1, 1] })
      await reader.click('[value="-1"]')
      expect(await reader.evaluate(player)).toMatchObject({ place: '10/11 r' })
      await playFast(reader)
      await expect.poll(() => reader.evaluate(player)).toMatchObject({ playing: false, step: 11 })
      await finish(reader)
    })

    test('nothing goes on of a figure that was left while it played', async () => {
      const reader = await at('/playing/')
      await reader.evaluate(countFrames)
      await reader.click('.rnn-play')
      await expect.poll(() => reader.evaluate(frames)).toBeGreaterThan(2)
      expect(await reader.evaluate(player)).toMatchObject({ playing: true })
      await follow(reader, '.to-start', '/')
      const before = await reader.evaluate(frames)
      await reader.evaluate(tenFrames)
      expect(await reader.evaluate(frames)).toBe(before)
      const left = await reader.evaluate(leftStep)
      await reader.evaluate(() => {
        location.hash = '#fig-abra:t=9'
      })
      await reader.evaluate(tenFrames)
      expect(await reader.evaluate(leftStep)).toBe(left)
      expect(left).not.toBe('9')
      await finish(reader)
    })

    test('links to steps work within a page that the router brought, and so does going back to one', async () => {
      const reader = await at('/')
      await follow(reader, '.to-playing', '/playing/')
      await reader.click('.at-5')
      await expect.poll(() => reader.evaluate(player)).toMatchObject({ place: '5/11 c' })
      await reader.click('.rnn-player [value="1"]')
      expect(await reader.evaluate(player)).toMatchObject({ step: 6 })
      await reader.back()
      await reader.forward()
      await expect.poll(() => reader.evaluate(player)).toMatchObject({ step: 5 })
      await finish(reader)
    })

    test('a link to a step leads there from a page without a replay', async () => {
      const reader = await at('/')
      await follow(reader, '.to-playing-at-3', '/playing/')
      await expect.poll(() => reader.evaluate(player)).toMatchObject({ place: '3/11 r' })
      expect(await reader.evaluate(isInView)).toBe(true)
      await finish(reader)
    })

    test('a link to a step leads there where a replay was seen before', async () => {
      const reader = await at('/playing/')
      await follow(reader, '.to-start', '/')
      await follow(reader, '.to-playing-at-3', '/playing/')
      await expect.poll(() => reader.evaluate(player)).toMatchObject({ place: '3/11 r' })
      expect(await reader.evaluate(isInView)).toBe(true)
      await finish(reader)
    })

    test('a link to a step leads there from a page whose figure has the same name', async () => {
      const reader = await at('/playing/')
      await follow(reader, '.to-other-at-2', '/other/')
      await expect.poll(() => reader.evaluate(player)).toMatchObject({ place: '2/7 a' })
      await finish(reader)
    })

    test('a link to a step of a figure on another page does nothing to the one here of the same name', async () => {
      const reader = await at('/playing/')
      await reader.evaluate(() =>
        document.querySelector('nav')?.addEventListener('click', (event) => event.preventDefault()),
      )
      await reader.click('.to-other-at-2')
      await reader.evaluate(tenFrames)
      expect(await reader.evaluate(player)).toMatchObject({ place: '11/11 a' })
      await reader.click('.to-playing-at-3')
      await expect.poll(() => reader.evaluate(player)).toMatchObject({ place: '3/11 r' })
      await finish(reader)
    })

    test('a figure that the site keeps from page to page keeps what a reader made of it, and works on', async () => {
      const reader = await at('/kept/')
      await reader.focus('textarea')
      await reader.press('Home')
      await reader.type('bra')
      await expect.poll(() => reader.evaluate(tag)).toContain('seq="braabra')
      await follow(reader, '.to-kept-on', '/kept-on/')
      expect(await reader.evaluate(tag)).toContain('seq="braabra')
      expect(await reader.evaluate(player)).toMatchObject({ place: '62/62 a', clips: [1, 1] })
      await reader.click('[value="-1"]')
      expect(await reader.evaluate(player)).toMatchObject({ step: 61 })
      await reader.focus('textarea')
      await reader.press('Home')
      await reader.type('c')
      await expect.poll(() => reader.evaluate(tag)).toContain('seq="cbraabra')
      await finish(reader)
    })

    test('a figure that the site keeps from page to page goes on playing', async () => {
      const reader = await at('/kept/')
      await reader.click('.rnn-play')
      await expect.poll(async () => (await reader.evaluate(player)).step).toBeLessThan(10)
      await follow(reader, '.to-kept-on', '/kept-on/')
      const { step, playing } = await reader.evaluate(player)
      expect(playing).toBe(true)
      expect(step).toBeLessThan(59)
      await expect.poll(async () => (await reader.evaluate(player)).step).toBeGreaterThan(step)
      await finish(reader)
    })
  })
}

/** Clicks a link and waits until the router has brought the page. */
async function follow(reader: Reader, selector: string, path: string): Promise<void> {
  await reader.click(selector)
  await arrived(reader, path)
}

async function arrived(reader: Reader, path: string): Promise<void> {
  await expect.poll(() => reader.evaluate(settledAt)).toBe(path)
}

/** The path of the page, once its body is there, nothing moves any more and its scripts have run. */
function settledAt(): string | undefined {
  const moves = 'astroTransition' in document.documentElement.dataset
  const waits = document.querySelector('script:not([data-astro-exec]), rnn-replay:not(:defined)') !== null
  return moves || waits || document.body.dataset.path !== location.pathname ? undefined : location.pathname
}

/** Plays at the highest speed. */
async function playFast(reader: Reader): Promise<void> {
  await reader.focus('.rnn-player select')
  await reader.press('End')
  await reader.click('.rnn-play')
}

async function finish(reader: Reader): Promise<void> {
  expect(await reader.evaluate(() => (globalThis as unknown as Left).sameDocument)).toBe(true)
  expect(reader.complaints).toEqual([])
  await reader.close()
}

function player(): Player {
  const host = document.querySelector<HTMLElement>('rnn-replay')
  const stage = host?.querySelector('.rnn-stage')
  return {
    place: host?.querySelector('.rnn-place')?.textContent?.trim() ?? '',
    step: Number(host?.querySelector<HTMLInputElement>('[type=range]')?.value),
    playing: host?.dataset.playing !== undefined,
    clips: Array.from(stage?.children ?? [], (svg) => svg.querySelectorAll(':scope > clipPath').length),
  }
}

function tag(): string | null | undefined {
  return document.querySelector('.rnn-mdx')?.textContent
}

function isInView(): boolean {
  const box = document.querySelector('.rnn-stage')?.getBoundingClientRect()
  return box !== undefined && box.bottom > 0 && box.top < innerHeight
}

/** Counts from now on the frames that are asked for, and remembers the figure. */
function countFrames(): void {
  const left = globalThis as unknown as Left
  const ask = globalThis.requestAnimationFrame
  left.frames = 0
  left.figure = document.querySelector('rnn-replay')
  globalThis.requestAnimationFrame = (act) => {
    left.frames = (left.frames ?? 0) + 1
    return ask(act)
  }
}

function frames(): number | undefined {
  return (globalThis as unknown as Left).frames
}

function leftStep(): string | undefined {
  return (globalThis as unknown as Left).figure?.querySelector<HTMLInputElement>('[type=range]')?.value
}

/** Waits for ten frames that nobody counts. */
async function tenFrames(): Promise<void> {
  for (let frame = 0; frame < 10; frame++) {
    const { finished } = document.documentElement.animate([], 16)
    await finished
  }
}
