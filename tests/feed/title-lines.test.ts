import { expect, test } from 'vitest'
import { type TitleLines, titleLines } from '../../plugins/rnn-figures/output/title-lines.ts'
import { typefaces } from '../../plugins/rnn-figures/output/typefaces.ts'

const sizes = [76, 60, 46, 36, 28]
const { sans } = typefaces()
const lines = (title: string, room = { width: 1056, height: 146 }): TitleLines => titleLines(title, room, sizes, sans)

const titles = [
  'Both ways.',
  'How long does an untrained network remember what it was told',
  'What a recurrent network remembers of a sentence after it has read the whole of it, and what it has long forgotten when the next one begins.',
]

test.each(titles)('all of a title is there, broken between words: %s', (title) => {
  const { lines: broken, size } = lines(title)
  expect(broken.join(' ')).toBe(title)
  expect(broken.length * size * 1.12).toBeLessThanOrEqual(146)
})

test('a longer title is set smaller', () => {
  const used = titles.map((title) => lines(title).size)
  expect(used).toEqual(used.toSorted((a, b) => b - a))
  expect(used[0]).toBe(76)
  expect(used[2]).toBeLessThan(60)
})

test('the last line of a title is not a single short word', () => {
  const { lines: broken } = lines('How long does an untrained network remember what it was told')
  expect(broken).toHaveLength(2)
  expect(Math.min(...broken.map(({ length }) => length))).toBeGreaterThan(20)
})

test('a word longer than a line, and a title longer than the card, are broken and cut short', () => {
  const narrow = { width: 350, height: 100 }
  expect(lines('Donaudampfschifffahrtsgesellschaft', narrow).lines.join('')).toBe('Donaudampfschifffahrtsgesellschaft')
  const { lines: cut, size } = lines('all work and no play '.repeat(40), narrow)
  expect([cut.length, size]).toEqual([3, 28])
  expect(cut.at(-1)).toMatch(/…$/)
})

test('a title without spaces is broken between its letters, but not before a full stop', () => {
  const { lines: broken } = lines('循環神経網絡の記憶について。長い文を読む。循環神経網絡の記憶について。', {
    width: 500,
    height: 500,
  })
  expect(broken.length).toBeGreaterThan(1)
  for (const line of broken) expect(line).not.toMatch(/^。/)
})

test('a title of nothing has no line', () => {
  expect(lines('  ').lines.join('')).toBe('')
})
