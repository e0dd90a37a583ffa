import mdx from '@astrojs/mdx'
import rnnFigures from 'astro-rnn-figures'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { articles } from '../build/site.ts'
import { type OpenSite, openSite } from './site.ts'
import { visit } from './visit.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openSite(articles, ['.'], { configFile: false, integrations: [mdx(), rnnFigures()] })
}, 60_000)

afterAll(() => site.close())

/** Rules that real sites have for their own pictures, with nothing about these figures. */
const styles = {
  'nothing of its own': '/* nothing */',
  'images fit': 'img, svg { max-width: 100% }',
  'a reset':
    '*, ::before, ::after { box-sizing: border-box; margin: 0 } img, picture, video, canvas, svg { display: block; max-width: 100% }',
  preflight:
    'img, svg, video, canvas { display: block; vertical-align: middle } img, video { max-width: 100%; height: auto }',
  icons: 'svg { fill: none; stroke: currentColor; stroke-width: 2 }',
  'figures that fit their content': 'figure { width: fit-content; margin: 2rem auto }',
  'inline figures': 'figure { display: inline-block }',
  'floating figures': 'figure { float: right }',
  'a centred column': 'body > *, body { display: flex; flex-direction: column; align-items: center }',
  'wide letters': 'body { letter-spacing: 0.2em; word-spacing: 1em; text-transform: uppercase; font-weight: 800 }',
  'large type': 'html { font-size: 62.5% } body { font-size: 2.4rem }',
}

test.each(Object.entries(styles))('a drawing is right on a page with %s', async (_, content) => {
  for (const width of [320, 600, 1280]) {
    const { page, close } = await visit(site, '/first/', { viewport: { width, height: 800 } })
    await page.addStyleTag({ content })
    for (const { widths, scale, fill, stroke, spacing } of await drawings(page)) {
      expect(widths).toHaveLength(1)
      expect(widths[0]).toBeGreaterThan(Math.min(280, width - 60))
      expect(widths[0]).toBeLessThanOrEqual(Math.min(680, width))
      expect(scale).toBeGreaterThan(0.9)
      expect(scale).toBeLessThan(1.35)
      expect([stroke, spacing]).toEqual(['none', 'normal'])
      expect(fill).not.toBe('none')
    }
    await close()
  }
})

interface Drawing {
  /** Of the layouts that can be seen. */
  readonly widths: readonly number[]
  readonly scale: number
  readonly fill: string
  readonly stroke: string
  readonly spacing: string
}

function drawings(page: Page): Promise<readonly Drawing[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.rnn-figure')].map((figure) => {
      const seen = [...figure.querySelectorAll('svg')].filter((svg) => svg.getBoundingClientRect().width > 0)
      const widths = seen.map((svg) => svg.getBoundingClientRect().width)
      const style = getComputedStyle(seen[0]?.querySelector('text') ?? figure)
      const scale = (widths[0] ?? 0) / (seen[0]?.viewBox.baseVal.width ?? 1)
      return { widths, scale, fill: style.fill, stroke: style.stroke, spacing: style.letterSpacing }
    }),
  )
}
