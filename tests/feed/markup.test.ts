import { expect, test } from 'vitest'
import { feedFigure } from '../../plugins/rnn-figures/feed-figure.ts'
import { feedMarkup } from '../../plugins/rnn-figures/feed-markup.ts'

const url = 'https://example.com/docs/a/'
const fed = (html: string): string => feedMarkup(html, url)

test.each([
  ['<p>one <!-- two > --> three</p>', '<p>one  three</p>'],
  ['<!doctype html><p>one</p>', '<p>one</p>'],
  ['<script>if (a < b) "</p>"</script><p>one</p>', '<p>one</p>'],
  ['<style>p > b {}</style><template><b>x</b></template>one', 'one'],
  ['<link rel="stylesheet" href="/x.css"><meta charset="utf-8"/>one', 'one'],
  ['<astro-island props="{&quot;a&quot;:1}" component-url="/x.js"><b>one</b></astro-island>', '<b>one</b>'],
  ['<noscript>one</noscript>', 'one'],
])('%s is left without what belongs to the page', (html, expected) => {
  expect(fed(html)).toBe(expected)
})

test.each([
  ['<p class="a" style="color:red" id=x data-a="1" onclick="go()">', '<p>'],
  ['<img alt="a > b" src="x.png"/>', '<img alt="a > b" src="https://example.com/docs/a/x.png" />'],
  [
    '<img alt=\'say "b"\' width=100 src=/x.png>',
    '<img alt="say &quot;b&quot;" width="100" src="https://example.com/x.png">',
  ],
  ['<img alt="\\" src="x.png">', '<img alt="\\" src="https://example.com/docs/a/x.png">'],
  ['<a href="?a=1&#38;b=2#c">', '<a href="https://example.com/docs/a/?a=1&#38;b=2#c">'],
  ['<a href="#c">', '<a href="https://example.com/docs/a/#c">'],
  ['<a href="mailto:a@example.com">', '<a href="mailto:a@example.com">'],
  ['<a href="javascript:go()">', '<a>'],
  ['<img srcset="a.png, /b.png 2x">', '<img srcset="https://example.com/docs/a/a.png, https://example.com/b.png 2x">'],
  ['<img srcset="a.png 300w,b,c.png 600w">', `<img srcset="${url}a.png 300w, ${url}b,c.png 600w">`],
  ['<input disabled>', '<input disabled>'],
])('%s keeps the attributes of the text', (html, expected) => {
  expect(fed(html)).toBe(expected)
})

test('elements whose end need not be written stay where they are', () => {
  expect(fed('<ul><li>one<li>two</ul><p>three')).toBe('<ul><li>one<li>two</ul><p>three')
})

test('characters that XML forbids are left out', () => {
  expect(fed('a\u0000b\u0008c\ufffed\ud800e\tf\n')).toBe('abcd\ufffde\tf')
  expect(fed('\u0085😀\u00a0x')).toBe('😀\u00a0x')
})

test('markup of a million tags takes no longer than its length', { timeout: 10_000 }, () => {
  expect(fed('<b>x</b>'.repeat(200_000)).length).toBe(1_600_000)
  expect(fed('<a '.repeat(20_000)).length).toBeGreaterThan(0)
})

const figure = { title: 'T', drawings: [], table: '', python: '', files: [] }
const locals = (url?: string) => ({ rnnFigures: { target: 'feed', url } })

test('a figure is for a feed only where one is being made', () => {
  expect(feedFigure({ ...figure, description: [] }, 'a', {})).toBeUndefined()
  expect(feedFigure({ ...figure, description: [] }, 'a', { rnnFigures: { target: 'page' } })).toBeUndefined()
  expect(feedFigure({ ...figure, description: [] }, 'a', locals())?.address).toBeUndefined()
  expect(feedFigure({ ...figure, description: [] }, 'a', locals(url))?.address).toBe(`${url}#a`)
})

test('the text in the place of a picture has whole sentences and at most 2,000 characters', () => {
  const long = ['One.', 'x'.repeat(1995), 'Three.']
  expect(feedFigure({ ...figure, description: long }, 'a', locals())?.alternative).toBe('T. One.')
  const longest = feedFigure({ ...figure, title: '😀'.repeat(1500), description: long }, 'a', locals())?.alternative
  expect(longest?.length).toBeLessThanOrEqual(2000)
  expect(longest?.isWellFormed()).toBe(true)
})

test('a PNG goes before other pictures, and data are none', () => {
  const file = (format: 'csv' | 'png' | 'svg') => ({ format, address: format, width: 1, height: 1 })
  const shown = (...formats: readonly ('csv' | 'png' | 'svg')[]) =>
    feedFigure({ ...figure, description: [], files: formats.map(file) }, 'a', locals())?.picture?.format
  expect([shown('svg', 'png'), shown('csv', 'svg'), shown('csv')]).toEqual(['png', 'svg', undefined])
})
