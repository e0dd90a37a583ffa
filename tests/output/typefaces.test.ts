import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { fontFiles } from '../../plugins/rnn-figures/font-files.ts'
import { glyphRun } from '../../plugins/rnn-figures/output/glyph-run.ts'
import { outlined } from '../../plugins/rnn-figures/output/outlined.ts'
import { type Typefaces, typeface, typefaces } from '../../plugins/rnn-figures/output/typefaces.ts'
import { missingSymbols, stretches } from '../../plugins/rnn-figures/output/typeset.ts'
import { text } from '../../plugins/rnn-figures/scene/text.ts'
import { checkCardFont, siteTypefaces } from '../../plugins/rnn-figures/site-fonts.ts'
import { examples } from '../figures/examples.ts'
import { has, lacking, tool } from '../tools.ts'
import { arabic, collection, dejavu, hasDejavu, woff, woff2 } from './font-files.ts'
import { pdfFonts } from './pdf-facts.ts'
import { faces, pictured, written } from './written.ts'

const folder = mkdtempSync(join(tmpdir(), 'rnn-fonts-'))
const withFont = (path: string): Typefaces => siteTypefaces(fontFiles('/', [path], 'fonts'))
const opened = (paths: readonly string[]) => siteTypefaces(fontFiles(folder, paths, 'fonts'))
const checkedForCards = (path: string) => fontFiles(folder, [path], 'card.font').forEach(checkCardFont)
const warnings = (seq: readonly string[], fonts = faces) => pictured({ seq: [...seq], hidden: 2 }, fonts).warnings

afterAll(() => rm(folder, { recursive: true }))

describe('the bundled fonts', () => {
  const printed = [
    ...'0123456789.,−-+=()×→←↑↓…◌␣·°“”’',
    ...'αβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΦΨΩ',
    ...Array.from({ length: 0x20 }, (_, code) => String.fromCodePoint(0x2400 + code)),
    ...Array.from({ length: 0x5f }, (_, code) => String.fromCodePoint(0x20 + code)),
    ...Array.from({ length: 0x60 }, (_, code) => String.fromCodePoint(0xa0 + code)).filter(
      (letter) => letter !== '\u00ad',
    ),
  ]

  test.each(['sans', 'italic', 'mono'] as const)('have everything that a figure prints, in %s', (face) => {
    const lost = printed.filter((letter) => stretches(letter, faces[face]).some(({ found }) => !found))
    expect(lost).toEqual([])
  })

  test.each(Object.keys(examples))('have every label of %s', (name) => {
    const { picture, warnings } = pictured(examples[name] ?? { seq: '' })
    const lost = missingSymbols(picture.scene.marks, faces)
    expect(lost).toEqual(name === 'heatmap-strange-symbols' ? expect.arrayContaining(['ש', '漢', '👩‍🔬']) : [])
    expect(warnings).toHaveLength(lost.length === 0 ? 0 : 1)
  })
})

describe('a symbol that no font has', () => {
  test('is named with its code points', () => {
    expect(warnings(['漢'])).toEqual([
      'No font has "漢" (U+6F22): files show a box instead. Name a font file with such symbols in `fonts`.',
    ])
    expect(warnings(['漢', '字', '漢', 'a'])[0]).toContain('No font has "漢" (U+6F22), "字" (U+5B57): ')
    expect(warnings(['漢', '字', '日', '本', '語'])[0]).toContain('(U+65E5) and 2 more: ')
    expect(warnings(['👩‍🔬'])[0]).toContain('No font has "👩‍🔬" (U+1F469 U+200D U+1F52C): ')
  })

  test('is not told of where nothing is written but data', async () => {
    expect((await written({ seq: ['漢'], formats: [] })).warnings).toEqual([])
    expect((await written({ seq: ['漢'] })).warnings).toHaveLength(1)
  })

  test('is a box in the same place', () => {
    const [mark] = outlined([text(0, 0, '漢')], faces)
    expect(mark).toMatchObject({ kind: 'glyphs', glyphs: [{ outline: { d: expect.stringMatching(/^M/) } }] })
  })
})

describe('a font of the site', () => {
  test('draws what the bundled ones lack', async () => {
    expect(warnings(['سلام'])).toHaveLength(1)
    expect(warnings(['سلام'], withFont(arabic))).toEqual([])
    const files = await written({ seq: ['سلام', 'a'], hidden: 2, formats: ['svg', 'pdf'] }, withFont(arabic))
    expect(files.warnings).toEqual([])
    expect(files.text('svg')).toMatch(/<path id="f0-\d+" d="M/)
  })

  test('is in the PDF, subset and searchable', async ({ skip }) => {
    skip(!has('pdffonts'), `pdffonts${lacking('pdffonts')}`)
    const files = await written({ seq: ['سلام', 'a'], hidden: 2, formats: ['pdf'] }, withFont(arabic))
    const path = join(folder, 'arabic.pdf')
    writeFileSync(path, files.bytes('pdf'))
    const fonts = await pdfFonts(path)
    expect(fonts.map(({ name }) => name)).toContainEqual(expect.stringMatching(/Arabic/))
    for (const font of fonts) expect(font).toMatchObject({ type: 'CID TrueType', embedded: true, unicode: true })
    const found = (await tool('pdftotext', '-enc', 'UTF-8', path, '-')).normalize('NFKC')
    expect(
      Array.from(found)
        .filter((letter) => /[\u0600-\u06ff]/.test(letter))
        .sort(),
    ).toEqual(Array.from('سلام').sort())
  })

  test('joins Arabic letters and runs from right to left', () => {
    const [stretch] = stretches('بب', withFont(arabic).sans)
    const [alone] = stretches('ب', withFont(arabic).sans)
    if (!stretch || !alone) throw new Error('nothing was set')
    const ids = (run: typeof stretch) => glyphRun(run).glyphs.map(({ outline }) => outline.id)
    expect(ids(stretch).length).toBeGreaterThanOrEqual(2)
    expect(ids(stretch)).not.toContain(ids(alone)[0])
    const { advance } = glyphRun(stretch)
    expect(advance).toBeLessThan(2 * glyphRun(alone).advance)
    // The end of the word stands at the left.
    const [fromRight] = stretches('با', withFont(arabic).sans)
    const [reversed] = stretches('اب', withFont(arabic).sans)
    expect(fromRight && ids(fromRight)).not.toEqual(reversed && ids(reversed))
  })

  test.skipIf(!hasDejavu)(`draws Hebrew from a font of the system${hasDejavu ? '' : ' (DejaVu is not there)'}`, () => {
    expect(warnings(['שלום'])).toHaveLength(1)
    expect(warnings(['שלום'], withFont(dejavu))).toEqual([])
  })

  test('comes after the bundled ones, in the order in which they are named', () => {
    const fonts = typefaces([
      typeface('f0-', 'one', readFileSync(arabic)),
      typeface('f1-', 'two', readFileSync(arabic)),
    ])
    expect(stretches('a', fonts.sans).map(({ typeface: { id } }) => id)).toEqual(['s'])
    expect(stretches('ب', fonts.sans).map(({ typeface: { id } }) => id)).toEqual(['f0-'])
  })
})

const wrong = {
  'a collection': [collection, 'is not a TrueType or OpenType font but a collection of several.'],
  'a WOFF2 file': [woff2, 'is not a TrueType or OpenType font but a compressed one for web pages (WOFF2).'],
  'a WOFF file': [woff, 'is not a TrueType or OpenType font but a compressed one for web pages (WOFF).'],
  'a text': [() => Buffer.from('font'), 'is not a TrueType or OpenType font.'],
  'an empty file': [() => Buffer.alloc(0), 'is not a TrueType or OpenType font.'],
  'noise that begins like a font': [
    () => Buffer.from([0, 1, 0, 0, 0, 9, ...Array(200).fill(0xee)]),
    'is not a TrueType or OpenType font.',
  ],
  'half a font': [() => readFileSync(arabic).subarray(0, 3000), 'is not a TrueType or OpenType font.'],
} satisfies Readonly<Record<string, readonly [() => Buffer, string]>>

const said = (message: string) => expect.objectContaining({ message })

describe('a file that is no font', () => {
  test.each(Object.entries(wrong))('such as %s is refused in one sentence', (name, [bytes, sentence]) => {
    const path = `${name.replaceAll(' ', '-')}.ttf`
    writeFileSync(join(folder, path), bytes())
    expect(() => opened([path])).toThrow(said(`rnnFigures(): \`fonts\`: "${path}" ${sentence}`))
  })

  test('such as one that is not there is refused in one sentence', () => {
    const message = 'rnnFigures(): `fonts` names "./none.ttf", which cannot be read.'
    expect(() => opened(['./none.ttf'])).toThrow(said(message))
    expect(() => opened(['.'])).toThrow(said(message.replace('./none.ttf', '.')))
    const card = 'rnnFigures(): `card.font` names "./none.ttf", which cannot be read.'
    expect(() => checkedForCards('./none.ttf')).toThrow(said(card))
  })

  test.each(['a collection', 'a WOFF2 file', 'a text', 'half a font'] as const)(
    'such as %s is refused for cards, too',
    (name) => {
      const path = `card-${name.replaceAll(' ', '-')}.ttf`
      writeFileSync(join(folder, path), wrong[name][0]())
      expect(() => checkedForCards(path)).toThrow(/^rnnFigures\(\): `card\.font`: "card-.*\.ttf" is not /)
    },
  )

  test('is a WOFF file, which cards take', () => {
    writeFileSync(join(folder, 'words.woff'), woff())
    expect(() => checkedForCards('words.woff')).not.toThrow()
  })
})
