import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFindings, boxes, layoutShift, overflow, textSizes, visibleDrawings } from './findings.ts'
import { type OpenSite, openBlog } from './site.ts'
import { visit } from './visit.ts'

const article = '/articles/recurrent-networks/'
const artefact = (name: string): string => fileURLToPath(new URL(`../artefacts/blog/${name}`, import.meta.url))

const windows = [360, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport: { width, height: 900 }, colorScheme })),
)

let site: OpenSite
let articles: readonly string[]

beforeAll(async () => {
  mkdirSync(artefact(''), { recursive: true })
  site = await openBlog()
  articles = site.paths.filter((path) => path.startsWith('/articles/'))
}, 60_000)

afterAll(() => site.close())

test('the blog has its pages', () => {
  expect(site.paths).toContain('/')
  expect(site.paths).toContain(article)
  expect(articles.length).toBeGreaterThanOrEqual(3)
})

describe.each(windows)('at $viewport.width px, $colorScheme', (options) => {
  test('every page rests, is accessible and readable', { timeout: 60_000 }, async () => {
    for (const path of site.paths) {
      const { page, complaints, close } = await visit(site, path, options)
      expect(await layoutShift(page), `layout shift on ${path}`).toBeLessThan(0.001)
      expect(await accessibilityFindings(page), `axe on ${path}`).toEqual([])
      expect(await overflow(page), `overflow on ${path}`).toBeLessThanOrEqual(0)
      expect(Math.min(...(await textSizes(page))), `text on ${path}`).toBeGreaterThanOrEqual(12)
      const drawings = await visibleDrawings(page)
      expect(drawings.length, `figures on ${path}`).toBeGreaterThan(articles.includes(path) ? 0 : -1)
      for (const visible of drawings) expect(visible, `drawings on ${path}`).toHaveLength(1)
      expect(complaints, path).toEqual([])
      const name = `${path.replace(/\W+/g, '-')}-${options.viewport.width}-${options.colorScheme}.png`
      await page.screenshot({ path: artefact(name), fullPage: true })
      await close()
    }
  })
})

test('no page is wider than a window of 320 px', { timeout: 30_000 }, async () => {
  for (const path of site.paths) {
    const { page, close } = await visit(site, path, { viewport: { width: 320, height: 640 } })
    expect(await overflow(page), path).toBeLessThanOrEqual(0)
    expect(Math.min(...(await textSizes(page))), path).toBeGreaterThanOrEqual(12)
    await close()
  }
})

test('a figure shows the drawing that fits the window', { timeout: 30_000 }, async () => {
  for (const [width, name] of [
    [360, 'rnn-svg rnn-narrow'],
    [1280, 'rnn-svg rnn-wide'],
  ] as const) {
    const { page, close } = await visit(site, article, { viewport: { width, height: 900 } })
    const drawings = (await visibleDrawings(page)).flat()
    expect(drawings).toContain(name)
    expect(drawings.filter((drawing) => drawing !== name && drawing !== 'rnn-svg')).toEqual([])
    await close()
  }
})

test('without JavaScript every figure stands in the same place at the same size', { timeout: 30_000 }, async () => {
  for (const path of articles) {
    const scripted = await visit(site, path, {})
    // Without scripts there are no controls, and what follows moves up.
    await scripted.page.evaluate(() => {
      for (const controls of document.querySelectorAll('.rnn-player, .rnn-editor')) controls.remove()
    })
    const expected = await boxes(scripted.page)
    await scripted.close()
    const plain = await visit(site, path, { javaScriptEnabled: false })
    expect(expected.length).toBeGreaterThan(0)
    expect(await boxes(plain.page)).toEqual(expected)
    await plain.close()
  }
})

test('a figure is found by the sequence that it shows', { timeout: 30_000 }, async () => {
  const { page, close } = await visit(site, article, {})
  const image = page.getByRole('img', { name: /reading .*abracadabra/ })
  expect(await image.count()).toBeGreaterThanOrEqual(2)
  expect(await image.first().isVisible()).toBe(true)
  await close()
})
