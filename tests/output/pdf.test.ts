import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { typefaces } from '../../plugins/rnn-figures/output/typefaces.ts'
import { missingSymbols } from '../../plugins/rnn-figures/output/typeset.ts'
import type { Mark } from '../../plugins/rnn-figures/scene/scene.ts'
import { examples } from '../figures/examples.ts'
import { has, lacking, tool } from '../tools.ts'
import { alternatives, pageSize, pdfFonts, pdfInfo } from './pdf-facts.ts'
import { faces, pictured, written } from './written.ts'

const names = Object.keys(examples)
const folder = mkdtempSync(join(tmpdir(), 'rnn-pdf-'))
const path = (name: string): string => join(folder, `${name}.pdf`)
const options = (name: string) => ({ ...(examples[name] ?? { seq: '' }), formats: ['pdf' as const] })
const bytes = async (name: string) => (await written(options(name))).bytes('pdf')

beforeAll(async () => {
  for (const name of names) writeFileSync(path(name), await bytes(name))
  writeFileSync(path('outlined'), (await written({ ...options('heatmap'), venue: 'plos' })).bytes('pdf'))
}, 60_000)

afterAll(() => rm(folder, { recursive: true }))

/** All letters of a picture's labels or of a text, sorted, without blanks and without what has no glyph. */
function letters(text: string, lost: readonly string[]): string {
  const plain = lost.reduce((rest, symbol) => rest.replaceAll(symbol, ''), text)
  return Array.from(plain.replace(/\s/g, '')).sort().join('')
}

const labels = (marks: readonly Mark[]): string =>
  marks.flatMap((mark) => (mark.kind === 'text' ? mark.runs.map(({ text }) => text) : [])).join('')

describe.skipIf(!has('pdfinfo'))(`a PDF${lacking('pdfinfo')}`, () => {
  test.each(names)('of %s has only embedded TrueType fonts', async (name) => {
    const fonts = await pdfFonts(path(name))
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) {
      expect(font).toMatchObject({ type: 'CID TrueType', embedded: true, subset: true, unicode: true })
    }
  })

  test.each(names)('of %s has every letter of its labels as text', async (name) => {
    const { marks } = pictured(options(name)).picture.scene
    const lost = missingSymbols(marks, faces)
    const text = (await tool('pdftotext', '-enc', 'UTF-8', '-raw', path(name), '-')).normalize('NFD')
    expect(letters(text, [])).toBe(letters(labels(marks).normalize('NFD'), lost))
    expect(text).not.toBe('')
  })

  test.each(names)('of %s says what it shows', async (name) => {
    const { about } = pictured(options(name)).picture
    const info = await pdfInfo(path(name))
    expect(info.get('Tagged')).toBe('yes')
    expect(info.get('Pages')).toBe('1')
    expect(info.get('PDF version')).toBe('1.7')
    // A control is not printed as it is.
    expect(info.get('Title')?.split(' ')[0]).toBe(about.title.split(' ')[0])
    expect(alternatives(await bytes(name))).toEqual([`${about.title}. ${about.description}`.toWellFormed()])
    expect(await tool('pdfinfo', '-struct', path(name))).toMatch(/^Document\n {2}Figure/)
  })

  test.each(names)('of %s is as large as on a screen', async (name) => {
    const { width, height } = pictured(options(name)).picture.sheet
    const [across, down] = await pageSize(path(name))
    expect(across).toBeCloseTo((width * 25.4) / 96, 1)
    expect(down).toBeCloseTo((height * 25.4) / 96, 1)
  })

  test('has no fonts and no text where a venue wants outlines', async () => {
    expect(await pdfFonts(path('outlined'))).toEqual([])
    expect((await tool('pdftotext', path('outlined'), '-')).trim()).toBe('')
  })
})

test('a PDF is the same whatever was drawn before it', async () => {
  const seqs = [
    ['−', '-', '\u00ad', '\u2010', 'Ω', '\u2126', 'µ', 'μ'],
    ['漢', 'ب', 'e\u0301', 'é'],
  ]
  for (const seq of [...seqs, ...seqs.map((each) => each.toReversed())]) {
    const alone = await written({ seq, hidden: 2, formats: ['pdf'] }, typefaces())
    const used = typefaces()
    for (const other of seqs) await written({ seq: other.toReversed(), hidden: 2, formats: ['svg', 'pdf'] }, used)
    const after = await written({ seq, hidden: 2, formats: ['pdf'] }, used)
    expect(after.bytes('pdf').equals(alone.bytes('pdf'))).toBe(true)
  }
})

test('the same figure is the same PDF', async () => {
  for (const name of ['heatmap-words', 'unrolled-lstm', 'heatmap-picture']) {
    expect(await bytes(name)).toEqual(await bytes(name))
  }
})
