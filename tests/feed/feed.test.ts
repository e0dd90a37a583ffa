import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { XMLValidator } from 'fast-xml-parser'
import sanitizeHtml from 'sanitize-html'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { figuresIn } from '../build/markup.ts'
import { type BuiltBlog, builtBlog, type Channel, channelOf, picturesIn } from './feed-site.ts'

const home = 'https://example.com'

let blog: BuiltBlog
let xml: string
let channel: Channel

beforeAll(async () => {
  blog = await builtBlog('feed')
  xml = blog.text('rss.xml')
  channel = channelOf(xml)
}, 120_000)

afterAll(() => rm(blog.folder, { recursive: true }))

const contents = (): readonly string[] => channel.item.map((item) => item['content:encoded'])
const pageOf = (link: string): string => blog.text(`${new URL(link).pathname}index.html`)

test('the feed is well-formed RSS 2.0 that says what it is and where it comes from', () => {
  expect(XMLValidator.validate(xml)).toBe(true)
  expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?><rss version="2.0"/)
  expect(channel).toMatchObject({ title: 'Unrolled', link: `${home}/` })
  expect(channel.description).not.toBe('')
  expect(channel['atom:link']).toEqual({
    '@_href': `${home}/rss.xml`,
    '@_rel': 'self',
    '@_type': 'application/rss+xml',
  })
})

test('every article is in it, newest first, with title, date and its own link', () => {
  expect(channel.item.length).toBeGreaterThanOrEqual(5)
  for (const { title, link, guid, pubDate, description } of channel.item) {
    expect(link).toMatch(/^https:\/\/example\.com\/articles\/[\w-]+\/$/)
    expect(guid).toEqual({ '#text': link, '@_isPermaLink': 'true' })
    expect(pubDate).toMatch(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/)
    expect(pageOf(link)).toContain(`<h1>${title}</h1>`)
    expect(description).not.toBe('')
  }
  const dates = channel.item.map(({ pubDate }) => Date.parse(pubDate))
  expect(dates).toEqual(dates.toSorted((a, b) => b - a))
  expect(new Set(channel.item.map(({ link }) => link)).size).toBe(channel.item.length)
})

test('every page names the feed', () => {
  const link = `<link rel="alternate" href="${home}/rss.xml" type="application/rss+xml" title="Unrolled">`
  for (const page of ['index.html', '404.html', 'articles/three-cells/index.html']) {
    expect(blog.text(page), page).toContain(link)
    expect(blog.text(page), page).toContain('<a href="/rss.xml">feed</a>')
  }
})

test('every figure of an article is a picture with address, size and text', async () => {
  for (const { link, 'content:encoded': content } of channel.item) {
    const pictures = picturesIn(content)
    expect(pictures.length, link).toBeGreaterThan(0)
    expect(pictures.length, link).toBe(figuresIn(pageOf(link)).length)
    expect(figuresIn(content)).toHaveLength(pictures.length)
    for (const { src = '', alt = '', width, height } of pictures) {
      expect(src).toMatch(/^https:\/\/example\.com\/_astro\/rnn-[\w.-]+\.png$/)
      expect(alt).toMatch(/network.*reading.*\. .*units/)
      expect(alt.length).toBeLessThanOrEqual(2000)
      const size = await sharp(join(blog.out, new URL(src).pathname)).metadata()
      expect([Number(width), Number(height)]).toEqual([size.width / 2, size.height / 2])
    }
  }
})

test('captions are numbered and lead to the article', () => {
  for (const { link, 'content:encoded': content } of channel.item) {
    const captions = content.match(/<figcaption>[\s\S]*?<\/figcaption>/g) ?? []
    expect(captions.length).toBe(picturesIn(content).length)
    for (const [index, caption] of captions.entries()) {
      expect(caption.startsWith(`<figcaption><a href="${link}#`)).toBe(true)
      expect(caption).toContain(`>Figure ${index + 1}</a> `)
    }
  }
})

test('there are no scripts, no styles, no drawings, and no place where it was built', () => {
  const all = contents().join('\n')
  expect(all).not.toMatch(/<script|<style|<link|<svg|<math|<details|<template|\s(style|class|id|on\w+|data-[\w-]+)=/i)
  for (const place of [blog.folder, process.cwd(), '@fs/', 'node_modules', 'file:', 'rnn-file:', 'rnn-card'])
    expect(xml.includes(place), place).toBe(false)
})

test('every address holds wherever it is read, and leads to something', () => {
  const targets = contents().flatMap((content) =>
    Array.from(content.matchAll(/\s(?:href|src)="([^"]*)"/g), ([, target = '']) => target),
  )
  expect(targets.length).toBeGreaterThan(40)
  for (const target of targets) expect(target).toMatch(/^https:\/\//)
  for (const target of targets.filter((each) => each.startsWith(`${home}/articles/`))) {
    const { hash } = new URL(target)
    if (hash !== '') expect(pageOf(target)).toContain(`id="${hash.slice(1)}"`)
  }
})

test('formulas and notes can be read', () => {
  const content = contents()[channel.item.findIndex(({ title }) => title === 'Three cells')] ?? ''
  expect(content).toContain('<i>c</i><sub><i>t</i></sub> = <i>f</i><sub><i>t</i></sub> ⊙')
  expect(content).toContain('<sub><i>t</i>−1</sub>')
  expect(content).toMatch(/\(1\)<\/p>[\s\S]*\(2\)<\/p>[\s\S]*\(3\)<\/p>[\s\S]*\(5\)<\/p>/)
  expect(content).toContain('<blockquote><p>The conventions are PyTorch')
  expect(content).not.toContain('\ue000')
})

test('what a reader lets pass still has every figure', () => {
  for (const content of contents()) {
    const cleaned = sanitizeHtml(content, {
      allowedTags: [...sanitizeHtml.defaults.allowedTags, 'img'],
      allowedAttributes: { a: ['href'], img: ['src', 'alt', 'width', 'height'] },
      allowedSchemes: ['https'],
    })
    expect(picturesIn(cleaned)).toEqual(picturesIn(content))
  }
})
