import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import mdx from '@astrojs/mdx'
import rnnFigures from 'astro-rnn-figures'
import type { CDPSession, Page } from 'playwright-core'
import { startChromium } from '../browser/chromium.ts'
import { serve } from '../browser/static-server.ts'
import { buildInto, newFolder } from '../build/site.ts'
import { write } from '../build/small-site.ts'

/** What a part of the page costs each time: milliseconds of script, and on average of everything else. */
interface Cost {
  readonly script: readonly number[]
  readonly style: number
  readonly layout: number
  /** Of the main thread: painting, garbage, and what the browser does around all that. */
  readonly others: number
}

/** What a test of the page leaves in it. */
interface Left {
  /** For each frame, how long its script took and whether it showed another step. */
  frames: (readonly [milliseconds: number, moved: boolean])[]
}

const sizes = [
  [11, 16],
  [200, 64],
  [10_000, 16],
] as const
const edited = [200, 16] as const
const [drags, letters] = [200, 60]

function figure(steps: number, hidden: number, more = ''): string {
  const seq = Array.from({ length: steps }, (_, step) => 'abcdr'[(step * step + (step >> 2)) % 5]).join('')
  return `<RnnFigure seq="${seq}" alphabet="abcdr" hidden={${hidden}} seed={7} replay ${more} />\n`
}

/** Counts frames from the start, and takes the time of what runs in them. */
function watchFrames(): void {
  const frames: Left['frames'] = []
  Object.assign(globalThis, { frames })
  const ask = globalThis.requestAnimationFrame
  globalThis.requestAnimationFrame = (act) =>
    ask((now) => {
      const range = document.querySelector<HTMLInputElement>('.rnn-player [type=range]')
      const before = range?.value
      const start = performance.now()
      act(now)
      frames.push([performance.now() - start, range?.value !== before])
    })
}

/** Plays the whole replay at the highest speed. */
function play(): Promise<void> {
  const host = document.querySelector('rnn-replay') as HTMLElement
  const speed = host.querySelector('.rnn-player select') as HTMLSelectElement
  speed.value = '4'
  ;(host.querySelector('.rnn-play') as HTMLElement).click()
  if (host.dataset.playing === undefined) throw new Error('The figure does not play.')
  return new Promise((resolve) => {
    new MutationObserver(() => host.dataset.playing === undefined && resolve()).observe(host, { attributes: true })
  })
}

/** Drags the scrubber to and fro, a step in each frame, and takes the time of each event. */
async function drag(times: number): Promise<readonly number[]> {
  const range = document.querySelector('.rnn-player [type=range]') as HTMLInputElement
  const taken: number[] = []
  for (let time = 0; time < times; time++) {
    await new Promise(requestAnimationFrame)
    range.value = String(Math.round(Number(range.max) * Math.abs(Math.sin(time / 30))))
    const start = performance.now()
    range.dispatchEvent(new Event('input', { bubbles: true }))
    taken.push(performance.now() - start)
  }
  return taken
}

/** Adds a letter and takes it away again, each in a frame, and takes the time of each redrawing. */
async function type(times: number): Promise<readonly number[]> {
  const editor = document.querySelector('.rnn-editor') as HTMLElement
  const [field, line] = ['textarea', 'code'].map((name) => editor.querySelector(name)) as [HTMLTextAreaElement, Element]
  const original = field.value
  const module = new URL(editor.dataset.module as string, location.href).href
  await import(module)
  const taken: number[] = []
  for (let time = 0; time < times; time++) {
    await new Promise(requestAnimationFrame)
    field.value = time % 2 ? original : `${original}a`
    const start = performance.now()
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    // The page has asked for the module before, and so is answered before.
    await import(module)
    taken.push(performance.now() - start)
    if (!line.textContent?.includes(`"${field.value}"`)) throw new Error('The figure was not drawn anew.')
  }
  return taken
}

/** The seconds that the main thread has spent so far, by what on. */
async function spent(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics')
  return new Map(metrics.map(({ name, value }) => [name, value]))
}

async function cost(page: Page, act: () => Promise<readonly number[]>): Promise<Cost> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const before = await spent(session)
  const script = await act()
  const after = await spent(session)
  const each = (name: string): number => (((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1000) / script.length
  const [style, layout] = [each('RecalcStyleDuration'), each('LayoutDuration')]
  await session.detach()
  return { script, style, layout, others: each('TaskDuration') - each('ScriptDuration') - style - layout }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function row(name: string, { script, style, layout, others }: Cost): readonly string[] {
  const times = [median(script), Math.max(...script), style, layout, others]
  return [name, String(script.length), ...times.map((time) => time.toFixed(2))]
}

const folder = await newFolder('bench-replay')
const root = join(folder, 'site')
await write(root, {
  ...Object.fromEntries(sizes.map(([steps, hidden]) => [`src/pages/${steps}-${hidden}.mdx`, figure(steps, hidden)])),
  'src/pages/edited.mdx': figure(...edited, 'editable'),
})
await buildInto(folder, { root, configFile: false, integrations: [mdx(), rnnFigures({ formats: [] })] })
const server = await serve(join(folder, 'out'))
const browser = await startChromium()

/** Opens a page that may use the fine clock. */
async function opened(path: string): Promise<Page> {
  const page = await browser.newPage()
  const isolation = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }
  await page.route('**', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), ...isolation } })
  })
  await page.addInitScript(watchFrames)
  await page.goto(server.origin + path)
  await page.waitForSelector('rnn-replay:defined')
  if (!(await page.evaluate(() => crossOriginIsolated))) throw new Error('The clock of the page is coarse.')
  return page
}

const rows: (readonly string[])[] = [
  ['milliseconds of the main thread', 'times', 'script, median', 'most', 'style', 'layout', 'others'],
]
for (const [steps, hidden] of sizes) {
  const size = `T=${steps}, H=${hidden}`
  const page = await opened(`/${steps}-${hidden}/`)
  let idle: readonly number[] = []
  const playing = await cost(page, async () => {
    await page.evaluate(play)
    const frames = await page.evaluate(() => (globalThis as unknown as Left).frames)
    idle = frames.filter(([, moved]) => !moved).map(([time]) => time)
    return frames.filter(([, moved]) => moved).map(([time]) => time)
  })
  rows.push(row(`${size}: a frame with a new step`, playing))
  if (idle.length > 0)
    rows.push([
      `${size}: one without`,
      ...[idle.length, median(idle).toFixed(2), Math.max(...idle).toFixed(2)].map(String),
    ])
  rows.push(row(`${size}: the scrubber`, await cost(page, () => page.evaluate(drag, drags))))
  await page.close()
}
const page = await opened('/edited/')
rows.push(row(`T=${edited[0]}, H=${edited[1]}: a typed letter`, await cost(page, () => page.evaluate(type, letters))))

const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? []
for (const cells of rows) {
  console.log(
    cells.map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0))).join('  '),
  )
}
await browser.close()
await server.close()
await rm(folder, { recursive: true })
