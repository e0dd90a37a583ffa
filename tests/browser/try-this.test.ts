import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browsers, startReaders } from './reader.ts'
import { editionOf } from './replay-editions.ts'
import { pointOf } from './replay-points.ts'
import { sight } from './replay-sight.ts'
import { eventually } from './replay-site.ts'
import { type OpenSite, openBlog } from './site.ts'

const text = readFileSync(new URL('../../content/articles/recurrent-networks.mdx', import.meta.url), 'utf8')

let blog: OpenSite

beforeAll(async () => {
  blog = await openBlog()
}, 60_000)

afterAll(() => blog.close())

describe.each(browsers)('in %s%s', (name, missing) => {
  test.skipIf(missing !== '')('the first article’s three things to try work as its text says', async () => {
    const readers = startReaders(name)
    const reader = await readers.open(blog.origin)
    await reader.goto('/articles/recurrent-networks/')

    // Watch it read.
    await reader.click('#try .rnn-play')
    await eventually(async () => (await sight(reader, 'try')).step).toBe(11)
    await reader.click('a[href="#try:t=4"]')
    await eventually(async () => (await sight(reader, 'try')).place).toBe('4/11 a')
    const { x, y } = await pointOf(reader, 'try', 4, 1)
    await reader.hover(x, y)
    await eventually(async () => (await sight(reader, 'try')).cell).toMatch(/^unit 1, step 4 \(a\): −?\d\.\d{3}$/)
    await reader.click('a[href="#try:t=11"]')
    await eventually(async () => (await sight(reader, 'try')).step).toBe(11)

    // Turn the arrow: the line that the article prints, and the number that it tells.
    await reader.click('#try [value=reroll]')
    await eventually(async () => (await sight(reader, 'try')).note).toContain('Seed 7 → 8. 176 of 176 values changed.')
    expect((await sight(reader, 'try')).note).toContain('r = 0.72 ')
    expect(text).toContain('r = 0.72')
    expect(text).toContain((await editionOf(reader, 'try')).line)
    await reader.click('#try [value=original]')
    await eventually(async () => (await editionOf(reader, 'try')).seed).toBe('Seed 7')

    // Change the word; there is no unit for an e.
    await reader.focus('#try textarea')
    await reader.press('Control+a')
    await reader.type('abababababab')
    await eventually(async () => (await editionOf(reader, 'try')).symbols).toBe('a b a b a b a b a b a b')
    await reader.type('e')
    await eventually(async () => (await sight(reader, 'try')).note).toContain('"e"')
    expect((await editionOf(reader, 'try')).field).toBe('abababababab')

    expect(reader.complaints).toEqual([])
    await readers.close()
  })
})
