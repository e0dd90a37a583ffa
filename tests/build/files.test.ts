import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import mdx from '@astrojs/mdx'
import rnnFigures from 'astro-rnn-figures'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '../../plugins/rnn-figures/network/reading.ts'
import { palette } from '../../plugins/rnn-figures/output/palettes.ts'
import { buildInto, newFolder } from './site.ts'

const seq = 'the quick brown fox jumps over the lazy dog '.repeat(230).slice(0, 10_000)
const pages = {
  long: `<RnnFigure seq="${seq}" hidden={64} seed={7} />\n`,
  weights: '<RnnFigure seq="abracadabra" weights="../models/lstm.safetensors" />\n',
  series: '<RnnFigure values="./river.csv" cell="gru" seed={7} />\n',
  late: `export const seed = () => 7\n\n<RnnFigure seq="${seq}" hidden={64} seed={seed()} />\n`,
}

let folder: string
let out: string
const html = (page: keyof typeof pages) => readFile(join(out, page, 'index.html'), 'utf8')
const build = () =>
  buildInto(folder, {
    root: join(folder, 'site'),
    base: '/base',
    configFile: false,
    integrations: [mdx(), rnnFigures()],
  })
const reference = (name: string) => readFile(join(import.meta.dirname, '../reference', name))

beforeAll(async () => {
  folder = await newFolder('files')
  out = join(folder, 'out')
  const src = join(folder, 'site/src')
  await mkdir(join(src, 'pages'), { recursive: true })
  await mkdir(join(src, 'models'))
  for (const [name, text] of Object.entries(pages)) await writeFile(join(src, `pages/${name}.mdx`), text)
  await writeFile(join(src, 'models/lstm.safetensors'), await reference('lstm-embedding.safetensors'))
  await writeFile(join(src, 'pages/river.csv'), await reference('river.csv'))
  await build()
}, 60_000)

afterAll(() => rm(folder, { recursive: true }))

/** The address of an asset as a page writes it, without the site's base. */
function asset(page: string, ending: string): string {
  const [, path = ''] = new RegExp(`"/base(/_astro/rnn-[\\w.-]+\\.${ending})"`).exec(page) ?? []
  expect(path).not.toBe('')
  return join(out, path)
}

test('ten thousand steps are one picture in a small drawing', async () => {
  const page = await html('long')
  const drawings = page.match(/<svg[\s\S]*?<\/svg>/g) ?? []
  expect(drawings).toHaveLength(2)
  for (const drawing of drawings) {
    expect(drawing.length).toBeLessThan(30_000)
    expect(drawing.match(/<image [^>]*rnn-[^>]*>/g)).toHaveLength(2)
  }
  const [wide, narrow] = drawings.map((drawing) => /href="([^"]+)"/.exec(drawing)?.[1])
  expect(narrow).toBe(wide)
})

test('a pixel of the picture is a value of the network', async () => {
  const { trace } = read({ seq, hidden: 64, seed: 7 })
  const { data, info } = await sharp(asset(await html('long'), 'png'))
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(info).toMatchObject({ width: 625, channels: 4 })
  const bands = 16
  const pitch = (info.height - 64) / (bands - 1)
  expect(Number.isInteger(pitch)).toBe(true)
  for (let t = 0; t < 10_000; t += 7) {
    for (let unit = 0; unit < 64; unit += 9) {
      const value = trace.output.data[t * 64 + unit] ?? Number.NaN
      const at = ((Math.floor(t / 625) * pitch + unit) * 625 + (t % 625)) * 4
      const level = Math.round(20 * value) + 0
      const [red, green, blue, opacity] = palette('default', 'light').tint('signed', level)
      expect([...data.subarray(at, at + 4)]).toEqual(
        level === 0 ? [expect.anything(), expect.anything(), expect.anything(), 0] : [red, green, blue, opacity],
      )
    }
  }
})

test('the table says that it is abbreviated, and a file has every number to the last digit', async () => {
  const page = await html('long')
  expect(page).toContain('abbreviated: steps 1 to 93 of 10000')
  const lines = (await readFile(asset(page, 'csv'), 'utf8')).trim().split('\r\n')
  const { trace } = read({ seq, hidden: 64, seed: 7 })
  expect(lines).toHaveLength(10_001)
  expect(lines[0]?.split(',').slice(0, 3)).toEqual(['step', 'symbol', 'unit 1'])
  for (const t of [0, 1, 4999, 9999]) {
    const fields = lines[t + 1]?.split(',') ?? []
    expect(fields.slice(0, 2)).toEqual([String(t + 1), seq[t]])
    expect(fields.slice(2).map(Number)).toEqual([...trace.output.data.subarray(t * 64, t * 64 + 64)])
  }
})

test('every figure that is drawn at build time has its files, and each is there', async () => {
  for (const page of ['long', 'weights', 'series'] as const) {
    const addresses = Array.from(
      (await html(page)).matchAll(/href="\/base(\/_astro\/rnn-[^"]+)"/g),
      ([, path = '']) => path,
    )
    const endings = new Set(addresses.map((path) => path.split('.').at(-1)))
    expect([...endings].sort()).toEqual(['csv', 'json', 'png', 'svg'])
    for (const path of addresses) expect((await readFile(join(out, path))).length).toBeGreaterThan(0)
  }
})

test('weights and series come from files beside the article', async () => {
  expect(await html('weights')).toContain(
    'with 6 LSTM units reads 11 symbols from an alphabet of 5. Its weights come from a file.',
  )
  expect(await html('series')).toContain('reads 60 steps of 2 numbers (level (m), rain (mm))')
  expect(await html('series')).toContain('>2026-01-01</text>')
})

test('a figure drawn with its page holds its picture', async () => {
  const page = await html('late')
  expect(page).toMatch(/<image [^>]*href="data:image\/png;base64,iVBOR/)
  expect(page).not.toContain('rnn-file:')
  expect(page).not.toContain('/_astro/rnn-')
})

test('no page tells where it was built', async () => {
  for (const page of Object.keys(pages)) expect(await html(page as keyof typeof pages)).not.toContain(folder)
})
