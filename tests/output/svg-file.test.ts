import { XMLParser, XMLValidator } from 'fast-xml-parser'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { examples } from '../figures/examples.ts'
import { has, lacking } from '../tools.ts'
import { inked, type Pixels, pixels } from './pixels.ts'
import { rasterised } from './rasterised.ts'
import { pictured, type Written, written } from './written.ts'

const names = Object.keys(examples)
const options = (name: string) => ({ ...(examples[name] ?? { seq: '' }), formats: ['svg' as const, 'pdf' as const] })

const made = new Map<string, Promise<Written>>()

/** Each figure's files, made once. */
function files(name: string): Promise<Written> {
  const found = made.get(name) ?? written(options(name))
  made.set(name, found)
  return found
}

/** Names of all elements and attributes. */
function vocabulary(svg: string): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) visit(each)
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return
    for (const [name, value] of Object.entries(node)) {
      found.add(name)
      visit(value)
    }
  }
  visit(new XMLParser({ ignoreAttributes: false, preserveOrder: true, attributeNamePrefix: '@' }).parse(svg))
  return found
}

const matches = (svg: string, pattern: RegExp): readonly string[] =>
  Array.from(svg.matchAll(pattern), ([, name = '']) => name)

describe.each(names)('the SVG file of %s', (name) => {
  test('needs no font, no style sheet, no script and no other file', async () => {
    const svg = (await files(name)).text('svg')
    expect(XMLValidator.validate(svg)).toBe(true)
    expect(svg.isWellFormed()).toBe(true)
    const words = vocabulary(svg)
    for (const word of ['text', 'tspan', 'style', '@style', 'script', 'foreignObject'])
      expect(words).not.toContain(word)
    expect(words).toContain('use')
    expect(matches(svg, /\bhref="([^"]*)"/g).filter((to) => !/^#|^data:image\/png;base64,/.test(to))).toEqual([])
  })

  test('has the outline of each letter that it uses, once', async () => {
    const svg = (await files(name)).text('svg')
    const defined = matches(svg, /<path id="([^"]*)"/g)
    const used = new Set(matches(svg, /<use href="#([^"]*)"/g))
    expect(new Set(defined).size).toBe(defined.length)
    expect([...used].sort()).toEqual([...defined].sort())
    expect(matches(svg, /\bid="([^"]*)"/g)).toEqual(defined)
  })

  test('says in px how large it is, and has what it shows in words', async () => {
    const svg = (await files(name)).text('svg')
    const { about, sheet } = pictured(options(name)).picture
    expect(svg).toMatch(new RegExp(`^<svg [^>]*width="${sheet.width}" height="${sheet.height}" `))
    const { width, height } = await sharp(Buffer.from(svg)).metadata()
    expect([width, height]).toEqual([sheet.width, sheet.height])
    const parsed = new XMLParser({ processEntities: true, trimValues: false, parseTagValue: false }).parse(svg).svg
    expect(parsed.title).not.toBe('')
    expect(parsed.desc).toBe(about.description)
    expect(JSON.parse(parsed.metadata)).toEqual(JSON.parse(JSON.stringify(about.metadata)))
  })

  test('is drawn inside its borders', async () => {
    const svg = (await files(name)).text('svg')
    const page = await pixels(sharp(Buffer.from(svg)))
    const box = inked(page)
    expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(1)
    expect(box.right).toBeLessThan(page.width)
    expect(box.bottom).toBeLessThan(page.height)
    // And there is no empty border around it.
    expect(
      [box.left, page.width - box.right, box.top, page.height - box.bottom].filter((margin) => margin > 24),
    ).toEqual([])
  })

  test.skipIf(!has('pdftocairo'))(`looks like the PDF${lacking('pdftocairo')}`, async () => {
    const both = await files(name)
    const here = await pixels(sharp(both.bytes('svg'), { density: 72 }))
    const there = await rasterised(both.bytes('pdf'), 96)
    expect(Math.abs(here.width - there.width)).toBeLessThanOrEqual(1)
    expect(Math.abs(here.height - there.height)).toBeLessThanOrEqual(1)
    expect(farthest(here, there)).toBeLessThan(30)
  })
})

const block = 8

/** The largest difference between two pictures, seen from so far away that 8 × 8 pixels are one. */
function farthest(one: Pixels, other: Pixels): number {
  let most = 0
  for (let y = 0; y + block <= Math.min(one.height, other.height); y += block) {
    for (let x = 0; x + block <= Math.min(one.width, other.width); x += block) {
      const [here, there] = [mean(one, x, y), mean(other, x, y)]
      most = Math.max(most, ...here.map((value, channel) => Math.abs(value - (there[channel] ?? 0))))
    }
  }
  return most
}

function mean({ at }: Pixels, left: number, top: number): readonly number[] {
  const colours = Array.from({ length: block ** 2 }, (_, index) =>
    at(left + (index % block), top + Math.floor(index / block)),
  )
  return [0, 1, 2].map((channel) => colours.reduce((sum, colour) => sum + (colour[channel] ?? 0), 0) / block ** 2)
}
