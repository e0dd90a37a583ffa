import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** What axe finds against a page, one line for each rule and element. */
export async function accessibilityFindings(page: Page): Promise<readonly string[]> {
  // Through the debugger, which the page's Content-Security-Policy does not concern.
  await page.evaluate(await axe)
  const { violations, passes } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })")
  if (passes.length === 0) throw new Error('axe examined nothing.')
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  )
}

/** How far the page's content has moved by itself so far. */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(async () => {
    if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return Number.NaN
    return new Promise<number>((resolve) => {
      let sum = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
      }).observe({ type: 'layout-shift', buffered: true })
      requestAnimationFrame(() => setTimeout(() => resolve(sum), 50))
    })
  })
}

/** By how many px the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** The sizes in CSS px, as they appear on the screen, of all text in visible drawings. */
export function textSizes(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const texts = [...document.querySelectorAll<SVGTextContentElement>('.rnn-svg :is(text, tspan)')]
    const visible = texts.filter((text) => text.checkVisibility())
    return visible.map(
      (text) => Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? Number.NaN),
    )
  })
}

/** For each figure, the classes of its visible drawings. */
export function visibleDrawings(page: Page): Promise<readonly (readonly string[])[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.rnn-figure')].map((figure) =>
      [...figure.querySelectorAll<SVGElement>('svg.rnn-svg')]
        .filter((drawing) => drawing.checkVisibility() && drawing.getBoundingClientRect().width > 0)
        .map((drawing) => drawing.classList.value),
    ),
  )
}

/** Where each visible drawing stands on the page, and how large it is. */
export function boxes(page: Page): Promise<readonly Readonly<Record<string, number>>[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<SVGElement>('.rnn-figure .rnn-svg')]
      .filter((drawing) => drawing.checkVisibility())
      .map((drawing) => {
        const { x, y, width, height } = drawing.getBoundingClientRect()
        return { x, y: y + scrollY, width, height }
      }),
  )
}
