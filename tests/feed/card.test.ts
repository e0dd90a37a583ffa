import { readFileSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Cache } from '../../plugins/rnn-figures/cache/cache.ts'
import { drawing } from '../../plugins/rnn-figures/drawing.ts'
import { articleCards } from '../../plugins/rnn-figures/mdx/article-cards.ts'
import { bundledBytes } from '../../plugins/rnn-figures/output/bundled-fonts.ts'
import { buildInto } from '../build/site.ts'
import { type BuiltBlog, builtBlog } from './feed-site.ts'

const articles = ['a-fading-echo', 'both-ways', 'recurrent-networks', 'three-cells', 'two-kinds-of-squash']

let blog: BuiltBlog

beforeAll(async () => {
  blog = await builtBlog('cards')
}, 120_000)

afterAll(() => rm(blog.folder, { recursive: true }))

/** What a page's head says about its card. */
function card(article: string): Readonly<Record<string, string>> {
  const page = blog.text(`articles/${article}/index.html`)
  const tags = page.matchAll(/<meta (?:property|name)="(?:og|twitter):([\w:]+)" content="([^"]*)">/g)
  return Object.fromEntries(Array.from(tags, ([, name, content]) => [name, content]))
}

const cards = () => articles.map((article) => card(article).image ?? '')

test('every article names its card, which has the size that it says', async () => {
  expect(new Set(cards()).size).toBe(articles.length)
  for (const article of articles) {
    const { image = '', ...facts } = card(article)
    expect(image).toMatch(/^https:\/\/example\.com\/_astro\/rnn-card-[\w.-]+\.png$/)
    expect(facts).toMatchObject({ card: 'summary_large_image', 'image:width': '1200', 'image:height': '630' })
    expect(facts['image:alt']).toBe(`${facts.title}, above the first figure of the article`)
    const file = await sharp(join(blog.out, new URL(image).pathname)).metadata()
    expect([file.format, file.width, file.height]).toEqual(['png', 1200, 630])
  }
})

test('only the card of an article whose title changes is another one', async () => {
  const before = cards()
  const article = join(blog.site, 'content/articles/both-ways.mdx')
  await writeFile(article, (await readFile(article, 'utf8')).replace('title: Both ways', 'title: From both ends'))
  await buildInto(blog.folder, { root: blog.site })
  expect(cards().map((address, index) => address === before[index])).toEqual([true, false, true, true, true])
  await writeFile(article, (await readFile(article, 'utf8')).replace('title: From both ends', 'title: Both ways'))
  await buildInto(blog.folder, { root: blog.site })
  expect(cards()).toEqual(before)
}, 120_000)

const vollkorn = createRequire(import.meta.url).resolve('@fontsource/vollkorn/files/vollkorn-latin-400-normal.woff')

/** Cards with a cache in memory, and the keys that were written to it. */
function inMemory(fonts: readonly Uint8Array[] = [readFileSync(vollkorn), bundledBytes('sans')]) {
  const kept = new Map<string, Awaited<ReturnType<Cache['read']>>>()
  const written: string[] = []
  const cache = {
    read: async (key: string) => kept.get(key),
    write: async (key: string, entry: NonNullable<Awaited<ReturnType<Cache['read']>>>) => {
      written.push(key)
      kept.set(key, entry)
    },
  } as unknown as Cache
  const made = articleCards({ words: { site: 'Site', fonts }, cache, fingerprint: '', drawing: drawing([]) })
  return { written, card: (title: string) => made.card(title, undefined, () => new Uint8Array()) }
}

test('a card is drawn once, and its warnings are kept with it', async () => {
  const { written, card } = inMemory()
  const first = await card('記憶')
  expect(await card('記憶')).toEqual(first)
  expect(written).toEqual([first.key])
  expect((await card('Memory')).key).not.toBe(first.key)
})

test('a symbol that no font has is named, and one that a later font has is not', async () => {
  const { card } = inMemory()
  expect((await card('Memory → ≈ ⟨x⟩')).warnings).toEqual([])
  expect((await card('A 記憶 of 記 words')).warnings).toEqual([
    'No font has "記" (U+8A18), "憶" (U+61B6): the card shows a box instead. Name a font file with such symbols in `card.font` or `fonts`.',
  ])
  expect((await card('循環神経網絡')).warnings[0]).toContain('"神" (U+795E) and 3 more: the card shows a box')
})
