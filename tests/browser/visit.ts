import type { BrowserContextOptions, Page } from 'playwright-core'
import type { OpenSite } from './site.ts'

/** An open page, and everything that went wrong on it since. */
export interface Visit {
  readonly page: Page
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

/** Opens a page in a context of its own and waits until it rests. */
export async function visit(
  { browser, origin }: OpenSite,
  path: string,
  options: BrowserContextOptions,
): Promise<Visit> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`))
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`)
  })
  await page.goto(origin + path, { waitUntil: 'load' })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return { page, complaints, close: () => context.close() }
}
