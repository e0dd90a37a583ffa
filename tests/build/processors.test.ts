import { beforeAll, describe, expect, test } from 'vitest'
import { combinations } from './combinations.ts'
import { drawings, expected } from './expected.ts'
import { captionOf, drawingsIn, figuresIn, numberOf, referencesIn } from './markup.ts'
import { articles, type Pages, pagesOf } from './site.ts'

test('there are sixteen combinations', () => {
  expect(new Set(combinations.map(({ name }) => name)).size).toBe(16)
})

describe.each(combinations)('$name', ({ config }) => {
  let pages: Pages
  const page = (name: string): string => pages.get(`${name}/index.html`) ?? ''
  const figures = (name: string): readonly string[] => figuresIn(page(name))

  beforeAll(async () => {
    pages = await pagesOf({ root: articles, configFile: false, ...config() })
  }, 60_000)

  test('every page shows its figures, and exactly as the plugin draws them', async () => {
    expect([...pages.keys()].sort()).toEqual(Object.keys(expected).sort())
    for (const [name, written] of Object.entries(expected)) {
      expect(drawingsIn(pages.get(name) ?? ''), name).toEqual(drawings(written))
    }
  })

  test('the figures of an article are numbered in reading order', () => {
    expect(figures('first').map(numberOf)).toEqual(['Figure 1 → #fig-1', 'Figure 2 → #fig-abra'])
    expect(figures('first')[1]).toMatch(/^<figure id="fig-abra" class="rnn-figure">/)
    expect(figures('places').map(numberOf)).toEqual([1, 2, 3, 4, 5].map((n) => `Figure ${n} → #fig-${n}`))
  })

  test('a figure in a function has no number', () => {
    expect(figures('functions').map(numberOf)).toEqual([undefined, undefined, undefined, undefined])
    expect(figures('functions').slice(2).map(captionOf)).toEqual(['The word one', 'The word two'])
  })

  test('no page bears a number or an id twice', () => {
    for (const [name, html] of pages) {
      const numbers = figuresIn(html).flatMap((figure) => numberOf(figure)?.replace(/ →.*/, '') ?? [])
      const ids = Array.from(html.matchAll(/\sid="([^"]*)"/g), ([, id]) => id)
      expect(numbers, name).toEqual([...new Set(numbers)])
      expect(ids, name).toEqual([...new Set(ids)])
    }
  })

  test('references lead to figures before and after them', () => {
    expect(referencesIn(page('references'))).toEqual(['Figure 2 → #fig-abra', 'Figure 1 → #own'])
    expect(referencesIn(page('imported'))).toEqual(['Figure 2 → #renamed'])
    expect(referencesIn(page('windows'))).toEqual(['Figure 1 → #fig-abra'])
    expect(referencesIn(page('renamed'))).toEqual(['Figure 1 → #renamed'])
  })

  test('captions come from the content as Markdown, from the prop and from the frontmatter as text', () => {
    expect(figures('references').map(captionOf)).toEqual([
      '<p>A caption with <em>Markdown</em>, <code>code</code> and a <a href="/first/">link</a>.</p>',
      'From the frontmatter.',
      '1 &lt; 2 &amp; &lt;b&gt;not bold&lt;/b&gt;',
    ])
    expect(figures('references')[2]).toMatch(/^<figure id="fig-3" class="rnn-figure mine" data-kept="yes">/)
    expect(captionOf(figures('renamed')[0] ?? '')).toBe('In <em>Astro</em>')
  })

  test('an author may put another component in the place of ours', () => {
    expect(page('overridden')).toContain('<p class="other">Instead of other</p>')
    expect(page('passed')).toContain('<p class="other">Instead of abracadabra</p>')
  })

  test('no page has a script, and no figure a style of its own', () => {
    for (const [name, html] of pages) {
      expect(html, name).not.toContain('<script')
      for (const figure of figuresIn(html)) expect(figure, name).not.toMatch(/\sstyle=|<style/)
    }
  })
})
