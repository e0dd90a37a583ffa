import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DevServer, startDevServer, write } from './dev-server.ts'
import { mistakes } from './mistakes.ts'

const config = `import mdx from '@astrojs/mdx'
import rnnFigures from 'astro-rnn-figures'
export default { integrations: [mdx(), rnnFigures()], devToolbar: { enabled: false } }
`
const names = Object.keys(mistakes)
const pageOf = (name: string) => `src/pages/mistake-${names.indexOf(name)}.mdx`

/** What the error overlay in the browser is told. */
interface Overlay {
  readonly stack: string
  readonly hint?: string
  readonly loc: { readonly file: string; readonly line: number; readonly column: number }
}

let server: DevServer
let overlays: WebSocket
const shown: Overlay[] = []
let reloads = 0

beforeAll(async () => {
  const pages = Object.fromEntries(names.map((name) => [pageOf(name), mistakes[name]?.source ?? '']))
  const beside = Object.assign({}, ...Object.values(mistakes).map(({ files = {} }) => files))
  const files = Object.entries(beside).map(([file, content]) => [`src/pages/${file}`, content] as const)
  server = await startDevServer('mistakes', { 'astro.config.mjs': config, ...pages, ...Object.fromEntries(files) })
  overlays = new WebSocket(server.origin.replace('http', 'ws'), 'vite-hmr')
  await new Promise((opened) => overlays.addEventListener('open', opened))
  overlays.addEventListener('message', ({ data }) => {
    const payload = JSON.parse(String(data))
    if (payload.type === 'error') shown.push(payload.err)
    if (payload.type === 'full-reload') reloads += 1
  })
})

afterAll(async () => {
  overlays.close()
  await server.stop()
})

const plain = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/<\/?code>/g, '`')

test.each(names)('%s', async (name) => {
  const { message, hint, line, column } = mistakes[name] as (typeof mistakes)[string]
  const page = pageOf(name)
  const sentence = `${message} (${page}:${line}:${column})`
  shown.length = 0
  expect((await fetch(`${server.origin}/mistake-${names.indexOf(name)}`)).status).toBe(500)
  await expect.poll(() => shown.length).toBeGreaterThan(0)
  expect(shown[0]?.stack.split('\n')[0]?.replace(/^\w+: /, '')).toBe(sentence)
  expect(shown[0]?.loc).toMatchObject({ line, column })
  expect(shown[0]?.loc.file.endsWith(page)).toBe(true)
  if (hint !== undefined) expect(plain(shown[0]?.hint ?? '')).toBe(hint)
  await expect.poll(() => server.printed()).toContain(sentence)
})

test('the page is there again when the mistake is mended', async () => {
  write(server.root, pageOf('an unknown prop'), '<RnnFigure seq="abra" seed={3} />\n')
  const url = `${server.origin}/mistake-${names.indexOf('an unknown prop')}`
  await expect.poll(async () => (await fetch(url)).status, { timeout: 5000 }).toBe(200)
  expect(await (await fetch(url)).text()).toContain('reading “\u2068abra\u2069”')
})

test('a new seed in the frontmatter shows after a reload', async () => {
  const article = (seed: number) =>
    `---\nrnn: { abra: { seq: abra, seed: ${seed} } }\n---\n\n<RnnFigure name="abra" />\n`
  write(server.root, 'src/pages/seed.mdx', article(1))
  await expect.poll(async () => (await fetch(`${server.origin}/seed`)).status, { timeout: 5000 }).toBe(200)
  expect(await (await fetch(`${server.origin}/seed`)).text()).toContain('with seed 1.')
  write(server.root, 'src/pages/seed.mdx', article(2))
  await expect
    .poll(async () => (await fetch(`${server.origin}/seed`)).text(), { timeout: 5000 })
    .toContain('with seed 2.')
})

test('another weight file reloads the page, and so does one that comes late', async () => {
  const page = '<RnnFigure seq="abra" weights="./trained.safetensors" alphabet="abcdr" />\n'
  const reference = (name: string) => readFileSync(join(import.meta.dirname, '../reference', name))
  write(server.root, 'src/pages/trained.mdx', page)
  const text = async () => (await fetch(`${server.origin}/trained`)).text()
  const missing = '`weights` names "./trained.safetensors", but there is no such file.'
  // A page that is new may take a moment to be found.
  const told = async () => [await text(), server.printed()].join('')
  await expect.poll(told, { timeout: 15_000 }).toContain(missing)
  const atFirst = reloads
  write(server.root, 'src/pages/trained.safetensors', reference('lstm-seeded.safetensors'))
  await expect.poll(() => reloads, { timeout: 5000 }).toBeGreaterThan(atFirst)
  await expect.poll(text, { timeout: 5000 }).toContain('with 4 LSTM units')
  const before = reloads
  write(server.root, 'src/pages/trained.safetensors', reference('rnn-seeded.safetensors'))
  await expect.poll(() => reloads, { timeout: 5000 }).toBeGreaterThan(before)
  await expect.poll(text, { timeout: 5000 }).toContain('with 4 tanh units')
})
