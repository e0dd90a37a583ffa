import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenSite, openBlog } from './site.ts'
import { type Visit, visit } from './visit.ts'

const folder = fileURLToPath(new URL('../artefacts/print/', import.meta.url))
const fileOf = (path: string): string => `${folder}${path.split('/').at(-2)}.pdf`

/** Of a page of A4 with the margins of the blog, in CSS px. */
const paper = { width: Math.round((150 / 25.4) * 96), height: Math.round((251 / 25.4) * 96) }

let site: OpenSite
let articles: readonly string[]

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  site = await openBlog()
  articles = site.paths.filter((path) => path.startsWith('/articles/'))
  for (const path of articles) {
    const { page, close } = await dark(path)
    await page.pdf({ path: fileOf(path), preferCSSPageSize: true })
    await close()
  }
}, 120_000)

afterAll(() => site.close())

/** A page whose reader has chosen the dark theme on a dark system, as it is printed. */
async function dark(path: string): Promise<Visit> {
  const visited = await visit(site, path, { colorScheme: 'dark', viewport: paper })
  await visited.page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
  await visited.page.emulateMedia({ media: 'print' })
  return visited
}

interface Printed {
  readonly background: string
  readonly ink: string
  readonly together: string
  /** Of what can be seen: the drawing's natural and its printed width, and the width of the text. */
  readonly widths: readonly (readonly [natural: number, printed: number])[]
  readonly text: number
  readonly height: number
}

function printed(page: Page): Promise<readonly Printed[]> {
  return page.evaluate(() => {
    const text = document.querySelector('.prose > p')?.getBoundingClientRect().width ?? 0
    return [...document.querySelectorAll('.rnn-figure')].map((figure) => {
      const { backgroundColor, color, breakInside } = getComputedStyle(figure)
      const seen = [...figure.querySelectorAll('svg')].filter((svg) => svg.getBoundingClientRect().width > 0)
      const widths = seen.map((svg) => [svg.viewBox.baseVal.width, svg.getBoundingClientRect().width] as const)
      const height = figure.getBoundingClientRect().height
      return { background: backgroundColor, ink: color, together: breakInside, widths, text, height }
    })
  })
}

test('every figure of a dark page is printed black on white, in one piece, and as wide as the text', async () => {
  for (const path of articles) {
    const { page, close } = await dark(path)
    const figures = await printed(page)
    expect(figures.length, path).toBeGreaterThan(0)
    for (const { background, ink, together, widths, text, height } of figures) {
      expect([background, ink, together]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'avoid'])
      expect(widths).toHaveLength(1)
      const [natural, width] = widths[0] ?? [0, 0]
      expect(width / Math.min(natural, text)).toBeCloseTo(1, 2)
      expect(height).toBeLessThan(paper.height)
    }
    await close()
  }
})

test('nothing is printed that a reader would press', async () => {
  for (const path of articles) {
    const { page, close } = await dark(path)
    const pressed = page.locator('details, summary, .rnn-files a, button, .rnn-narrow, .skip, .neighbours')
    expect(await pressed.count()).toBeGreaterThan(0)
    expect(await pressed.locator('visible=true').count(), path).toBe(0)
    await close()
  }
})

test('a figure taller than a page is made smaller, and not cut', async () => {
  const { page, close } = await dark(articles[0] ?? '')
  await page.evaluate(() => {
    for (const svg of document.querySelectorAll('.rnn-figure svg')) {
      svg.setAttribute('viewBox', '0 0 680 3000')
      svg.setAttribute('height', '3000')
    }
  })
  for (const { height } of await printed(page)) expect(height).toBeLessThan(paper.height)
  await close()
})

test('no font becomes Type 3', () => {
  for (const path of articles) {
    const fonts = execFileSync('pdffonts', [fileOf(path)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .slice(2)
    expect(fonts.length, path).toBeGreaterThan(2)
    expect(
      fonts.filter((font) => /Type 3/.test(font)),
      path,
    ).toEqual([])
  }
})

test('every caption stands on the page of its figure, below the numbers of its legend', async () => {
  for (const path of articles) {
    const { page, close } = await dark(path)
    const expected = await page.locator('.rnn-figure').count()
    await close()
    const pages = execFileSync('pdftotext', ['-layout', fileOf(path), '-'], { encoding: 'utf8' }).split('\f')
    const above = pages.flatMap(linesAboveCaptions)
    expect(above, path).toHaveLength(expected)
    for (const line of above) expect(line, path).toMatch(/\s−?\d(\.\d+)?\s{2,}(\d\s{2,})?\d(\.\d+)?\s*$/)
  }
})

function linesAboveCaptions(page: string): readonly string[] {
  const lines = page.split('\n').filter((line) => line.trim() !== '')
  // Small capitals are small letters; a sentence begins with a capital one.
  return lines.flatMap((line, index) => (/^ *figure \d+ /.test(line) ? [lines[index - 1] ?? ''] : []))
}
