import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { palette } from '../../plugins/rnn-figures/output/palettes.ts'
import { type OpenSite, openBlog } from './site.ts'
import { visit } from './visit.ts'

const article = '/articles/recurrent-networks/'
const folder = fileURLToPath(new URL('../artefacts/themes/', import.meta.url))

let site: OpenSite

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  site = await openBlog()
}, 60_000)

afterAll(() => site.close())

test('the ramp follows the system until the reader chooses a theme', async () => {
  const { page, complaints, close } = await visit(site, article, { colorScheme: 'dark' })
  const toggle = page.getByRole('button', { name: 'Theme' })
  expect(await strongest(page)).toBe(rgb(palette('default', 'dark').level('signed', 20)))
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await strongest(page)).toBe(rgb(palette('default', 'light').level('signed', 20)))
  await toggle.click()
  await toggle.click()
  expect(await strongest(page)).toBe(rgb(palette('default', 'dark').level('signed', 20)))
  await page.reload()
  expect(await strongest(page)).toBe(rgb(palette('default', 'dark').level('signed', 20)))
  await toggle.click()
  expect(await strongest(page)).toBe(rgb(palette('default', 'light').level('signed', 20)))
  expect(complaints).toEqual([])
  await close()
})

test('a dark page prints black on white', async () => {
  const { page, close } = await visit(site, article, { colorScheme: 'dark' })
  await page.getByRole('button', { name: 'Theme' }).click({ clickCount: 2 })
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  await page.emulateMedia({ media: 'print' })
  expect(await strongest(page)).toBe(rgb(palette('default', 'light').level('signed', 20)))
  expect(await style(page, 'colorScheme')).toBe('light')
  expect(await style(page, 'color')).toBe('rgb(0, 0, 0)')
  const wide = page.locator('.rnn-wide').first()
  expect(await wide.isVisible()).toBe(true)
  expect(await page.locator('.rnn-narrow:visible, .rnn-details:visible').count()).toBe(0)
  await close()
})

test('the article becomes a PDF', async () => {
  const { page, close } = await visit(site, article, { colorScheme: 'dark' })
  const pdf = await page.pdf({ path: `${folder}recurrent-networks.pdf`, preferCSSPageSize: true })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(2)
  await close()
})

/** The colour of the strongest positive level, as the browser computes it. */
function strongest(page: Page): Promise<string> {
  return page
    .locator('path.rnn-p20')
    .first()
    .evaluate((path) => getComputedStyle(path).stroke)
}

function style(page: Page, property: 'color' | 'colorScheme'): Promise<string> {
  return page
    .locator('.rnn-figure')
    .first()
    .evaluate((figure, name) => getComputedStyle(figure)[name], property)
}

function rgb(hex: string): string {
  const channels = [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16))
  return `rgb(${channels.join(', ')})`
}
