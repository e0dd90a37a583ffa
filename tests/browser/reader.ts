import type { Page as ChromiumPage, Browser as ChromiumProgram } from 'playwright-core'
import type { Page as FirefoxPage } from 'puppeteer-core'
import { startChromium } from './chromium.ts'
import { type Firefox, lackingFirefox, type Preferences, startFirefox } from './firefox.ts'

/** What a reader reads with. */
export type BrowserName = 'chromium' | 'firefox'

/** The browsers, each with what to add to the name of its tests where the machine lacks it. */
export const browsers: readonly (readonly [name: BrowserName, missing: string])[] = [
  ['chromium', ''],
  ['firefox', lackingFirefox()],
]

/** How a page is read: as Playwright calls it and with its defaults, in either browser. */
export interface ReaderOptions {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly reducedMotion?: 'reduce' | 'no-preference'
  readonly javaScriptEnabled?: boolean
}

/** One open page of either browser. What it does to the page, it does with the mouse and the keyboard. */
export interface Reader {
  /** What went wrong since it was opened: `error: …`, `warning: …`, `dialog: …`, `failed: <url>`, `404: <url>`. */
  readonly complaints: readonly string[]
  /** Opens a path of the site and waits until the page rests. */
  readonly goto: (path: string) => Promise<void>
  /** Goes to the entry before this one and waits until the page rests. */
  readonly back: () => Promise<void>
  /** Goes to the entry after this one and waits until the page rests. */
  readonly forward: () => Promise<void>
  /** Loads the page again and waits until it rests. */
  readonly reload: () => Promise<void>
  /** Scrolls to the first such element, once it is there and nothing covers it, and clicks its middle. */
  readonly click: (selector: string) => Promise<void>
  /** Moves the mouse to a point of the window, as `getBoundingClientRect` gives them. */
  readonly hover: (x: number, y: number) => Promise<void>
  /** Focuses the first such element, once it is there. */
  readonly focus: (selector: string) => Promise<void>
  /** Presses a key on what has the focus: `ArrowRight`, ` `, `a`, `Shift+Tab`. */
  readonly press: (key: string) => Promise<void>
  /** Types into what has the focus. */
  readonly type: (text: string) => Promise<void>
  /** Runs a function in the page, on JSON and for JSON. Without JavaScript in the page, nothing may be awaited there. */
  readonly evaluate: Evaluate
  /** Writes a picture of the whole page. */
  readonly screenshot: (path: `${string}.png`) => Promise<void>
  readonly close: () => Promise<void>
}

/** One program, or for Firefox one for every kind of options, which all readers of a test share. */
export interface Readers {
  /** Opens an empty page that shares nothing with other readers. */
  readonly open: (origin: string, options?: ReaderOptions) => Promise<Reader>
  readonly close: () => Promise<void>
}

type Evaluate = <Result, Argument = undefined>(
  run: (argument: Argument) => Result | Promise<Result>,
  argument?: Argument,
) => Promise<Result>

/** Readers with this browser, which starts with the first of them. */
export function startReaders(name: BrowserName): Readers {
  return name === 'chromium' ? chromiumReaders() : firefoxReaders()
}

function chromiumReaders(): Readers {
  let program: Promise<ChromiumProgram> | undefined
  const open = async (origin: string, options: ReaderOptions = {}): Promise<Reader> => {
    program ??= startChromium()
    const context = await (await program).newContext(options)
    const page = await context.newPage()
    return reader(page, origin, options, chromiumComplaints(page), () => context.close())
  }
  return { open, close: async () => (await program)?.close() }
}

function firefoxReaders(): Readers {
  const programs = new Map<string, Promise<Firefox>>()
  const open = async (origin: string, options: ReaderOptions = {}): Promise<Reader> => {
    const preferences = preferencesFor(options)
    const key = JSON.stringify(preferences)
    const program = programs.get(key) ?? startFirefox(preferences)
    programs.set(key, program)
    const context = await (await program).browser.createBrowserContext()
    // Of the tabs of one window, all but the last are hidden and have no frames.
    const page = await context.newPage({ type: 'window' })
    await page.setViewport(options.viewport ?? { width: 1280, height: 720 })
    return reader(page, origin, options, firefoxComplaints(page), () => context.close())
  }
  const close = async (): Promise<void> => {
    await Promise.all([...programs.values()].map(async (program) => (await program).close()))
  }
  return { open, close }
}

/** WebDriver BiDi cannot say these to a running Firefox. */
function preferencesFor({ reducedMotion, javaScriptEnabled = true }: ReaderOptions): Preferences {
  return { 'ui.prefersReducedMotion': reducedMotion === 'reduce' ? 1 : 0, 'javascript.enabled': javaScriptEnabled }
}

function chromiumComplaints(page: ChromiumPage): readonly string[] {
  const { complaints, heard } = complaining()
  page.on('console', (said) => {
    // An installed Chromium asks for it once on its own; Firefox is told not to.
    if (!said.location().url.endsWith('/favicon.ico')) heard.console(said)
  })
  page.on('pageerror', ({ name, message }) => heard.error(`${name}: ${message}`))
  page.on('dialog', heard.dialog)
  page.on('requestfailed', heard.failure)
  page.on('response', heard.response)
  return complaints
}

function firefoxComplaints(page: FirefoxPage): readonly string[] {
  const { complaints, heard } = complaining()
  page.on('console', heard.console)
  page.on('pageerror', (error) => heard.error(error instanceof Error ? error.message : String(error)))
  page.on('dialog', heard.dialog)
  page.on('requestfailed', heard.failure)
  page.on('response', heard.response)
  return complaints
}

interface Said {
  readonly type: () => string
  readonly text: () => string
}

interface Dialog {
  readonly message: () => string
  readonly dismiss: () => Promise<void>
}

interface Request {
  readonly url: () => string
}

interface Response extends Request {
  readonly status: () => number
}

const bad: Readonly<Record<string, string>> = { error: 'error', assert: 'error', warning: 'warning', warn: 'warning' }

function complaining() {
  const complaints: string[] = []
  const heard = {
    console: (said: Said) => {
      const kind = bad[said.type()]
      if (kind) complaints.push(`${kind}: ${said.text()}`)
    },
    error: (message: string) => {
      complaints.push(`error: ${message}`)
    },
    dialog: (dialog: Dialog) => {
      complaints.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    },
    failure: (request: Request) => {
      complaints.push(`failed: ${request.url()}`)
    },
    response: (response: Response) => {
      if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`)
    },
  }
  return { complaints, heard }
}

function reader(
  page: ChromiumPage | FirefoxPage,
  origin: string,
  { javaScriptEnabled: scripts = true }: ReaderOptions,
  complaints: readonly string[],
  close: () => Promise<void>,
): Reader {
  const evaluate = page.evaluate.bind(page) as Evaluate
  const { keyboard, mouse } = page as DrivenPage
  // Elsewhere a Firefox types into a page without telling it that it has the focus.
  const input = async (act: () => Promise<void>): Promise<void> => {
    await page.bringToFront()
    await act()
  }
  const pointAt = async (point: Point): Promise<void> => {
    await mouse.move(point.x, point.y)
    await until(`the mouse is at ${point.x}, ${point.y}`, () => evaluate(isPointedAt, point))
  }
  /** Where it is and stays: a caret or a transition may yet move it with the next frame. */
  const resting = async (selector: string): Promise<Point | undefined> => {
    const before = await evaluate(middle, selector)
    await (scripts ? evaluate(twoFrames) : new Promise((resolve) => setTimeout(resolve, 50)))
    const now = await evaluate(middle, selector)
    return now?.x === before?.x && now?.y === before?.y ? now : undefined
  }
  const rest = (): Promise<unknown> => until('the page rests', () => evaluate(isAtRest))
  const travel = async (delta: -1 | 1): Promise<void> => {
    await rest()
    const left = await evaluate(entryBeside, delta)
    if (left === undefined) throw new Error(`There is no page ${delta < 0 ? 'before' : 'after'} this one.`)
    // A page that goes may not say so any more.
    await evaluate(go, delta).catch(() => undefined)
    await until('the page is left', () => evaluate(isElsewhere, left))
    await rest()
  }
  return {
    complaints,
    close,
    evaluate,
    goto: async (path) => {
      await page.goto(origin + path)
      await rest()
    },
    back: () => travel(-1),
    forward: () => travel(1),
    reload: async () => {
      await page.reload()
      await rest()
    },
    click: (selector) =>
      input(async () => {
        const point = await until(`${selector} can be clicked`, () => resting(selector))
        await pointAt(point)
        await mouse.click(point.x, point.y)
      }),
    hover: (x, y) => input(() => pointAt({ x, y })),
    focus: (selector) =>
      input(async () => {
        await until(`${selector} has the focus`, () => evaluate(takesFocus, selector))
      }),
    press: (key) => input(() => chord(keyboard, key.split(/(?<=.)\+/))),
    type: (text) => input(() => keyboard.type(text)),
    screenshot: async (path) => {
      await page.screenshot({ path, fullPage: true })
    },
  }
}

interface Point {
  readonly x: number
  readonly y: number
}

/** What the pages of Playwright and of Puppeteer have in common. */
interface DrivenPage {
  readonly keyboard: Readonly<Record<'down' | 'press' | 'type' | 'up', (keys: string) => Promise<void>>>
  readonly mouse: Readonly<Record<'click' | 'move', (x: number, y: number) => Promise<void>>>
}

async function chord(keyboard: DrivenPage['keyboard'], keys: readonly string[]): Promise<void> {
  const held = keys.slice(0, -1)
  for (const key of held) await keyboard.down(key)
  await keyboard.press(keys.at(-1) ?? '')
  for (const key of held.toReversed()) await keyboard.up(key)
}

/** Asks until there is an answer. A page that is being left has none. */
async function until<Answer>(what: string, ask: () => Promise<Answer | undefined | false>): Promise<Answer> {
  const end = Date.now() + 10_000
  let why: unknown
  while (Date.now() < end) {
    const answer = await ask().catch((error: unknown) => {
      why = error
    })
    if (answer !== undefined && answer !== false) return answer
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`After ten seconds it is still not true that ${what}.`, { cause: why })
}

function isAtRest(): boolean {
  return document.readyState === 'complete' && document.fonts.status === 'loaded'
}

function twoFrames(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
}

/** The entry of the history that is open, if there is one to go to. */
function entryBeside(delta: number): string | undefined {
  const { canGoBack, canGoForward, currentEntry } = navigation
  return (delta < 0 ? canGoBack : canGoForward) ? currentEntry?.key : undefined
}

function go(delta: number): void {
  history.go(delta)
}

function isElsewhere(left: string): boolean {
  return navigation.currentEntry?.key !== left
}

function middle(selector: string): Point | undefined {
  const element = document.querySelector(selector)
  element?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
  const box = element?.getClientRects()[0]
  if (!box) return undefined
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  return element.contains(document.elementFromPoint(x, y)) ? { x, y } : undefined
}

/** A window that has just scrolled may for a moment point at what was there before. */
function isPointedAt({ x, y }: Point): boolean {
  return document.elementFromPoint(x, y)?.matches(':hover') ?? true
}

function takesFocus(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector)
  element?.focus()
  return element !== null && document.activeElement === element
}
