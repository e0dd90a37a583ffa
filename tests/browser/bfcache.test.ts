import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import mdx from '@astrojs/mdx'
import rnnFigures from 'astro-rnn-figures'
import { type Page as ChromiumPage, chromium } from 'playwright-core'
import type { Page as FirefoxPage } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildInto, newFolder } from '../build/site.ts'
import { write } from '../build/small-site.ts'
import { lacking } from '../tools.ts'
import { lackingFirefox, startFirefox } from './firefox.ts'
import type { BrowserName } from './reader.ts'
import { type StaticServer, serve } from './static-server.ts'

/** A browser that keeps pages which are left; the other tests have it load them again. */
interface KeepingBrowser {
  readonly newPage: () => Promise<Page>
  readonly close: () => Promise<unknown>
}

/** What the pages of Playwright and of Puppeteer have in common. */
interface Page {
  readonly goto: (address: string) => Promise<unknown>
  readonly evaluate: <Result>(run: () => Result | Promise<Result>) => Promise<Result>
  readonly click: (selector: string) => Promise<void>
  readonly focus: (selector: string) => Promise<void>
  readonly keyboard: Readonly<Record<'press' | 'type', (keys: string) => Promise<void>>>
  readonly errors: readonly string[]
}

/** What a test leaves in the page for later. */
interface Left {
  /** For each time the page was shown again: whether it had been kept. */
  kept?: boolean[]
}

/** What a figure's player shows. */
interface Player {
  readonly step: number
  readonly playing: boolean
  readonly line: string
}

const pages = {
  'src/pages/away.mdx': '# Away\n',
  'src/pages/playing.mdx': `[Away](/away/)\n\n<RnnFigure seq="${'abracadabra'.repeat(10)}" hidden={4} seed={7} replay editable />\n`,
}

/** A whole Chromium: the one that npm brings along is a headless shell, which keeps no pages. */
const chromiumPath = process.env.CHROME_PATH || onPath('google-chrome', 'google-chrome-stable', 'chromium')

const browsers: readonly (readonly [name: BrowserName, missing: string])[] = [
  ['chromium', chromiumPath ? '' : lacking('chromium')],
  ['firefox', lackingFirefox()],
]

let folder: string
let server: StaticServer

beforeAll(async () => {
  folder = await newFolder('bfcache')
  const root = join(folder, 'site')
  await write(root, pages)
  await buildInto(folder, { root, configFile: false, integrations: [mdx(), rnnFigures({ formats: [] })] })
  server = await serve(join(folder, 'out'))
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

for (const [name, missing] of browsers) {
  describe.skipIf(missing !== '')(`in the back/forward cache of ${name}${missing}`, () => {
    let browser: KeepingBrowser

    beforeAll(async () => {
      browser = await started[name]()
    })

    afterAll(() => browser.close())

    async function opened(): Promise<Page> {
      const page = await browser.newPage()
      await page.goto(`${server.origin}/playing/`)
      await expect.poll(() => page.evaluate(() => document.querySelector('rnn-replay:defined') !== null)).toBe(true)
      await page.evaluate(noteReturns)
      return page
    }

    test('a replay that is left while it plays goes on from there', async () => {
      const page = await opened()
      await page.click('.rnn-play')
      await expect.poll(async () => (await page.evaluate(player)).step).toBeLessThan(20)
      await expect.poll(async () => (await page.evaluate(player)).step).toBeGreaterThan(2)
      const before = await page.evaluate(player)
      expect(before.playing).toBe(true)
      await leaveAndReturn(page)
      const after = await page.evaluate(player)
      expect(after.playing).toBe(true)
      expect(after.step).toBeGreaterThanOrEqual(before.step)
      await expect.poll(async () => (await page.evaluate(player)).step).toBeGreaterThan(after.step)
      await page.click('.rnn-play')
      const stopped = await page.evaluate(player)
      expect(stopped.playing).toBe(false)
      expect(stopped.step).toBeLessThan(110)
      await page.click('.rnn-player [value="1"]')
      expect(await page.evaluate(player)).toMatchObject({ playing: false, step: stopped.step + 1 })
      await page.click('.rnn-play')
      await expect.poll(async () => (await page.evaluate(player)).step).toBeGreaterThan(stopped.step + 1)
      expect(page.errors).toEqual([])
    })

    test('a replay that stands stays where it is, with what the reader typed, and takes more', async () => {
      const page = await opened()
      await page.focus('textarea')
      await page.keyboard.press('Home')
      await page.keyboard.type('ca')
      await expect.poll(async () => (await page.evaluate(player)).line).toContain('seq="caabra')
      await page.click('.rnn-player [value="-1"]')
      await leaveAndReturn(page)
      expect(await page.evaluate(player)).toMatchObject({ step: 111, playing: false })
      expect((await page.evaluate(player)).line).toContain('seq="caabra')
      await page.focus('textarea')
      await page.keyboard.press('Home')
      await page.keyboard.type('d')
      await expect.poll(async () => (await page.evaluate(player)).line).toContain('seq="dcaabra')
      await leaveAndReturn(page)
      expect(await page.evaluate(player)).toMatchObject({ step: 113, playing: false })
      expect(page.errors).toEqual([])
    })
  })
}

const started: Readonly<Record<BrowserName, () => Promise<KeepingBrowser>>> = {
  async chromium() {
    const browser = await chromium.launch({
      executablePath: chromiumPath ?? '',
      args: ['--no-sandbox', '--disable-gpu'],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    })
    return { newPage: async () => driven(await browser.newPage()), close: () => browser.close() }
  },
  async firefox() {
    const { browser, close } = await startFirefox({ 'browser.sessionhistory.max_total_viewers': 8 })
    return { newPage: async () => driven(await browser.newPage({ type: 'window' })), close }
  },
}

function onPath(...names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file))
}

function driven(page: ChromiumPage | FirefoxPage): Page {
  const errors: string[] = []
  const note = (error: unknown): void => {
    errors.push(String(error))
  }
  const { keyboard } = page as Pick<Page, 'keyboard'>
  // Both have this event; their types agree on nothing but the name.
  ;(page as FirefoxPage).on('pageerror', note)
  return {
    goto: (address) => page.goto(address),
    evaluate: page.evaluate.bind(page) as Page['evaluate'],
    click: (selector) => page.click(selector),
    focus: (selector) => page.focus(selector),
    keyboard,
    errors,
  }
}

/** Goes to another page by a link, and back to this one, which has been kept meanwhile. */
async function leaveAndReturn(page: Page): Promise<void> {
  const returns = await page.evaluate(() => (globalThis as unknown as Left).kept?.length ?? Number.NaN)
  await page.click('a[href="/away/"]')
  await expect.poll(() => page.evaluate(path)).toBe('/away/')
  await page.evaluate(() => history.back())
  await expect.poll(() => page.evaluate(path)).toBe('/playing/')
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as Left).kept)).toHaveLength(returns + 1)
  expect(await page.evaluate(() => (globalThis as unknown as Left).kept?.at(-1))).toBe(true)
}

function path(): string | undefined {
  return document.readyState === 'complete' ? location.pathname : undefined
}

function noteReturns(): void {
  const kept: boolean[] = []
  ;(globalThis as unknown as Left).kept = kept
  addEventListener('pageshow', ({ persisted }) => kept.push(persisted))
}

function player(): Player {
  const host = document.querySelector<HTMLElement>('rnn-replay')
  return {
    step: Number(host?.querySelector<HTMLInputElement>('[type=range]')?.value),
    playing: host?.dataset.playing !== undefined,
    line: host?.querySelector('.rnn-mdx')?.textContent ?? '',
  }
}
