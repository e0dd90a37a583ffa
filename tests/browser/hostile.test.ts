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

const titles = {
  script: reading('<script>alert(1)</script>'),
  marks: reading('" \' ]]> --> &amp; </svg> </title> `'),
  surrogate: reading('\ufffd\ufffd\u200f\ufffd'),
  rtl: reading('שלום عالم'),
  emoji: reading('👩‍👩‍👧‍👦 👩🏽‍🚀 🇺🇳 👩‍👩‍👧‍👦'),
  combining: reading('e\u0301 o\u0308\u0323\u0301'),
  alternative: '"><img src=x onerror=alert(1)>',
}

const symbols = {
  script: [...'<script>alert(1)</script>'],
  marks: ['"', "'", ']]>', '-->', '&amp;', '</svg>', '</title>', '`'],
  surrogate: ['\ufffd', '␀', 'U+200F', 'U+FFFE'],
  rtl: [...'שלום', '␣', ...'عالم'],
  emoji: ['👩‍👩‍👧‍👦', '👩🏽‍🚀', '🇺🇳', '👩‍👩‍👧‍👦'],
  combining: ['e\u0301', 'o\u0308\u0323\u0301'],
  alternative: ['a', 'b'],
}

test('text that looks like markup stays text', { timeout: 30_000 }, async () => {
  const { page, complaints, close } = await visit(site, '/hostile/', {})
  expect(await titlesOn(page)).toEqual(titles)
  expect(await symbolsOn(page)).toEqual(symbols)
  expect(await page.locator('#alternative figcaption').textContent()).toBe(
    'Figure 7 <img src=x onerror=alert(2)> & {more}',
  )
  expect(await page.locator('script, img, [onerror]').count()).toBe(0)
  expect(complaints).toEqual([])
  await close()
})

/** Isolates keep right-to-left text from reordering the sentence around it. */
function reading(sequence: string): string {
  return `Hidden state of a recurrent network reading “\u2068${sequence}\u2069”`
}

/** By id, the title of each figure's first drawing, as the browser's parser understands it. */
function titlesOn(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const figures = [...document.querySelectorAll('.rnn-figure')]
    return Object.fromEntries(figures.map((figure) => [figure.id, figure.querySelector('svg > title')?.textContent]))
  })
}

/** By id, the symbols below each figure's first drawing. */
function symbolsOn(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const figures = [...document.querySelectorAll('.rnn-figure')]
    const texts = (figure: Element): readonly Element[] => [
      ...(figure.querySelector('svg')?.querySelectorAll('.rnn-mono') ?? []),
    ]
    return Object.fromEntries(figures.map((figure) => [figure.id, texts(figure).map(({ textContent }) => textContent)]))
  })
}
