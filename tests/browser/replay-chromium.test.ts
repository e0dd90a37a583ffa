import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChromium } from './chromium.ts'
import { accessibilityFindings, layoutShift } from './findings.ts'
import type { Reader } from './reader.ts'
import { dataOf, pointOf, spoken } from './replay-points.ts'
import { filled, type Looking, sight } from './replay-sight.ts'
import { eventually, openReplays, type ReplaySite } from './replay-site.ts'
import { type Visit, visit } from './visit.ts'

// What only Chromium can be asked for: fingers, paper, what moved, and what axe says.

let site: ReplaySite
let browser: Browser

beforeAll(async () => {
  site = await openReplays()
  browser = await startChromium()
}, 60_000)

afterAll(async () => {
  await browser.close()
  await site.close()
})

function open(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  return visit({ browser, origin: site.origin, paths: [], close: site.close }, path, options)
}

function looking(page: Page): Looking {
  return { evaluate: page.evaluate.bind(page) as Reader['evaluate'] }
}

test('a finger on a value says it', async () => {
  const { page, complaints, close } = await open('/', { hasTouch: true, viewport: { width: 360, height: 740 } })
  const data = await dataOf(looking(page), 'fig-abra')
  for (const [step, row] of [
    [2, 3],
    [11, 8],
    [1, 1],
  ] as const) {
    const { x, y } = await pointOf(looking(page), 'fig-abra', step, row)
    await page.touchscreen.tap(x, y)
    const datum = data[step - 1]?.[row - 1]
    await eventually(async () => (await sight(looking(page), 'fig-abra')).cell).toBe(datum && spoken(datum))
  }
  expect(complaints).toEqual([])
  await close()
})

test('nothing on the page moves when figures wake', async () => {
  for (const width of [360, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    await context.addInitScript(() => {
      const { define } = customElements
      customElements.define = (...given) =>
        Object.assign(globalThis, { wake: () => define.apply(customElements, given) })
    })
    const page = await context.newPage()
    await page.goto(`${site.origin}/kinds/`)
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    const controls = page.locator('rnn-replay button')
    expect(await controls.locator('visible=true').count()).toBe(0)
    const asleep = await boxes(page)
    await page.evaluate(() => (globalThis as unknown as { wake: () => void }).wake())
    expect(await controls.locator('visible=true').count()).toBe(await controls.count())
    expect(await boxes(page)).toEqual(asleep)
    expect(await layoutShift(page)).toBe(0)
    await context.close()
  }
})

/** Where the parts of figures stand on the page. */
function boxes(page: Page): Promise<readonly (readonly number[])[]> {
  return page.evaluate(() => {
    const parts = document.querySelectorAll('figure, rnn-replay, rnn-replay > *, figcaption, figure svg')
    return Array.from(parts, (part) => {
      const { x, y, width, height } = part.getBoundingClientRect()
      return [x, y + scrollY, width, height]
    })
  })
}

test('on paper a figure that is half played is whole, and nothing is printed that a reader would press', async () => {
  const { page, close } = await open('/')
  for (const id of ['fig-abra', 'fig-chain']) {
    const whole = await sight(looking(page), id)
    await page.focus(`#${id} [type=range]`)
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    const half = await sight(looking(page), id)
    expect(half.rows).toEqual(whole.rows.map((row) => filled(1, row.length)))
    await page.emulateMedia({ media: 'print' })
    expect((await sight(looking(page), id)).rows).toEqual(whole.rows)
    const pressed = page.locator('rnn-replay :is(button, input, select, textarea, code, .rnn-place, .rnn-lit)')
    expect(await pressed.count()).toBeGreaterThan(0)
    expect(await pressed.locator('visible=true').count()).toBe(0)
    await page.emulateMedia({ media: 'screen' })
    expect(await sight(looking(page), id)).toEqual(half)
  }
  await close()
})

test.each(['light', 'dark'] as const)(
  'axe has nothing to say before, while and after figures play (%s)',
  async (colorScheme) => {
    const { page, complaints, close } = await open('/', { colorScheme })
    expect(await accessibilityFindings(page)).toEqual([])
    await page.selectOption('#fig-abra select', '0.5')
    await page.click('#fig-abra .rnn-play')
    await page.focus('#fig-chain .rnn-stage')
    await page.locator('#fig-chain .rnn-cursor').first().waitFor({ state: 'attached' })
    expect(await accessibilityFindings(page)).toEqual([])
    expect((await sight(looking(page), 'fig-abra')).playing).toBe(true)
    await page.focus('#fig-abra [type=range]')
    await page.keyboard.press('End')
    await page.click('#fig-abra [value=reroll]')
    await page.locator('#fig-abra .rnn-note', { hasText: 'Seed 7 → 8' }).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  },
)
