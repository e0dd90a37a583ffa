import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { sizes, type VenueName, venues } from '../../plugins/rnn-figures/venues.ts'
import { examples } from '../figures/examples.ts'
import { has, lacking } from '../tools.ts'
import { pageSize, pdfFonts } from './pdf-facts.ts'
import { pictured, written } from './written.ts'

const names = Object.keys(venues) as VenueName[]
const printed = names.flatMap((venue) => sizes.map((size) => ({ venue, size })))
const shown = ['heatmap', 'unrolled', 'unrolled-lstm', 'heatmap-dates', 'heatmap-picture'] as const
const folder = mkdtempSync(join(tmpdir(), 'rnn-venues-'))
const exampleOf = (name: string) => examples[name] ?? { seq: name }

afterAll(() => rm(folder, { recursive: true }))

/** Sizes of letters and widths of lines in an SVG file, in pt on paper. */
function measures(svg: string) {
  const [, width = '', across = ''] = /width="([\d.]+)mm" height="[\d.]+mm" viewBox="\S+ 0 ([\d.]+) /.exec(svg) ?? []
  const scale = ((Number(width) / 25.4) * 72) / Number(across)
  const numbers = (pattern: RegExp) => Array.from(svg.matchAll(pattern), ([, found]) => Number(found) * scale)
  return {
    width: Number(width),
    letters: numbers(/scale\(([\d.]+)\)/g).map((size) => size * 1000),
    lines: numbers(/-line" fill="none" stroke="#[0-9a-f]{6}" stroke-width="([\d.]+)"/g),
  }
}

describe.skipIf(!has('pdfinfo'))(`a PDF${lacking('pdfinfo')}`, () => {
  test.each(printed)('for $venue, $size, is as wide as the venue says', async ({ venue, size }) => {
    for (const name of ['heatmap', 'unrolled'] as const) {
      const path = join(folder, `${name}-${venue}-${size}.pdf`)
      const { bytes } = await written({ ...exampleOf(name), formats: ['pdf'], venue, size })
      writeFileSync(path, bytes('pdf'))
      expect(Math.abs((await pageSize(path))[0] - venues[venue].widths[size])).toBeLessThan(0.1)
      expect((await pdfFonts(path)).length > 0).toBe(venues[venue].font === 'live')
    }
  })
})

describe.each(printed)('a file for $venue, $size,', ({ venue, size }) => {
  const { widths, text, line } = venues[venue]

  test.each(shown)('sets %s in the sizes of the venue', async (name) => {
    const { text: file, warnings } = await written({ ...exampleOf(name), formats: ['svg'], venue, size })
    const { width, letters, lines } = measures(file('svg'))
    expect(width).toBeCloseTo(widths[size], 1)
    expect(letters.length).toBeGreaterThan(0)
    if (name.startsWith('unrolled')) expect(lines.length).toBeGreaterThan(0)
    expect(warnings.filter((warning) => /labels/.test(warning))).toEqual([])
    // A hundredth of the size is what a warning allows, and what `scale` rounds away.
    expect(Math.min(...letters)).toBeGreaterThanOrEqual(text * 0.985)
    expect(Math.max(...letters)).toBeLessThanOrEqual(((text * 7) / 6) * 1.005)
    expect(Math.min(...lines)).toBeGreaterThanOrEqual(line * 0.985)
  })
})

test('an author hears that a figure is too high', () => {
  const { warnings } = pictured({ ...exampleOf('heatmap-long'), venue: 'nature' })
  expect(warnings).toEqual([expect.stringMatching(/^It is \d+ mm high, and nature prints at most 170 mm\.$/)])
})
