import { lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileFormats } from '../../plugins/rnn-figures/cli/file-formats.ts'
import { computedFigure } from '../../plugins/rnn-figures/computed-figure.ts'
import { writtenFigure } from '../../plugins/rnn-figures/figure-files.ts'
import { typefaces } from '../../plugins/rnn-figures/output/typefaces.ts'
import { type FigureSpec, figureSpecs } from '../../plugins/rnn-figures/spec.ts'
import { has, lacking, tool } from '../tools.ts'
import { folderWith, run, shell } from './run.ts'

const reference = resolve(import.meta.dirname, '../reference')

/** The bytes that the programming interface makes of a figure. */
async function expected(spec: FigureSpec, format: (typeof fileFormats)[number]) {
  const { weights: _, values: __, ...options } = spec
  return Buffer.from((await writtenFigure(computedFigure(spec, options), [format], typefaces())).files[0]?.bytes ?? [])
}

const lstm = {
  ...{
    kind: 'heatmap',
    seq: 'to be or not to be',
    words: true,
    alphabet: ['be', 'not', 'or', 'to'],
    cell: 'lstm',
    hidden: 5,
  },
  ...{
    layers: 2,
    bidirectional: true,
    bias: false,
    initial: { c: 0.5 },
    seed: 9,
    vector: 'f',
    layer: 1,
    direction: 'backward',
  },
  ...{ order: 'similarity', alt: 'A gate', venue: 'nature', size: 'full', palette: 'cividis', grey: true },
} as const satisfies FigureSpec
const words = [
  ...['--seq', 'to be or not to be', '--words', '--alphabet', 'be not or to', '--cell', 'lstm', '--hidden', '5'],
  ...['--layers', '2', '--bidirectional', '--no-bias', '--initial', '{"c":0.5}', '--seed', '9', '--vector', 'f'],
  ...['--layer', '1', '--direction', 'backward', '--order', 'similarity', '--alt', 'A gate', '--venue', 'nature'],
  ...['--size', 'full', '--palette', 'cividis', '--grey', '--kind', 'heatmap'],
]

describe('one figure', () => {
  test('is written in every format, and with every option, as the programming interface writes it', async () => {
    const folder = folderWith('draw')
    const out = fileFormats.map((format) => `deep/f.${format}`)
    const { stdout, stderr, status } = run(['draw', ...words, '--out', out.join(',')], folder)
    expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: '', status: 0 })
    for (const format of fileFormats) {
      const bytes = readFileSync(join(folder, `deep/f.${format}`))
      expect(bytes.equals(await expected({ ...lstm, alphabet: [...lstm.alphabet] }, format)), format).toBe(true)
    }
    expect(readdirSync(join(folder, 'deep')).sort()).toEqual(['f.csv', 'f.json', 'f.pdf', 'f.png', 'f.svg'])
  })

  test('is SVG on standard output where no file is named', async () => {
    const { stdout, stderr, status } = run(['draw', '--seq', 'abracadabra', '--kind', 'unrolled'])
    expect(stdout).toBe((await expected({ kind: 'unrolled', seq: 'abracadabra' }, 'svg')).toString())
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })

  test.skipIf(!has('pdfinfo'))(`is as wide as the venue prints it${lacking('pdfinfo')}`, async () => {
    const folder = folderWith('draw-venue')
    expect(run(['draw', '--seq', 'abracadabra', '--venue', 'neurips', '--out', 'F.PDF'], folder).status).toBe(0)
    const [, width] = /Page size: +([\d.]+) x/.exec(await tool('pdfinfo', join(folder, 'F.PDF'))) ?? []
    expect(Math.abs(Number(width) - 396)).toBeLessThan(0.28)
  })

  test('reads weights and numbers from files', () => {
    const folder = folderWith('draw-files')
    const weights = [
      '--seq',
      'abracadabra',
      '--weights',
      join(reference, 'lstm-embedding.safetensors'),
      '--vector',
      'c',
    ]
    expect(run(['draw', ...weights, '--out', 'w.json'], folder)).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(join(folder, 'w.json'), 'utf8')).toContain('Its weights come from a file')
    const values = ['--values', join(reference, 'river.csv'), '--cell', 'gru']
    expect(run(['draw', ...values, '--out', 'v.csv'], folder)).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(join(folder, 'v.csv'), 'utf8')).toContain('2026-01-01')
  })

  test('writes the numbers of a figure that cannot be drawn in grey', () => {
    const folder = folderWith('draw-grey')
    const long = ['draw', '--seq', 'ab'.repeat(300), '--grey', '--out']
    expect(run([...long, 'grey.csv'], folder).status).toBe(0)
    expect(run([...long, 'grey.svg'], folder).stderr).toContain('--grey draws a square for each value')
  })

  test('names a symbol that no font has', () => {
    const { stderr, status } = run(['draw', '--seq', 'a🦊'])
    expect(stderr).toMatch(
      /^rnn-figures: No font has "🦊" \(U\+1F98A\).* Name a font file with such symbols in --fonts\.\n$/,
    )
    expect(status).toBe(0)
    const font = resolve(import.meta.dirname, '../../plugins/rnn-figures/fonts/SourceSans3-It.ttf')
    expect(run(['draw', '--seq', 'ab', '--fonts', font]).status).toBe(0)
  })

  test('follows a link to a file, and leaves a device where it is', () => {
    const folder = folderWith('draw-link', { 'real.svg': 'old' })
    symlinkSync('real.svg', join(folder, 'link.svg'))
    symlinkSync('/dev/null', join(folder, 'null.svg'))
    expect(run(['draw', '--seq', 'ab', '--out', 'link.svg,null.svg'], folder).status).toBe(0)
    expect(readFileSync(join(folder, 'real.svg'), 'utf8')).toMatch(/^<svg/)
    expect(lstatSync(join(folder, 'link.svg')).isSymbolicLink()).toBe(true)
    expect(lstatSync(join(folder, 'null.svg')).isSymbolicLink()).toBe(true)
    expect(readdirSync(folder).sort()).toEqual(['link.svg', 'null.svg', 'real.svg'])
  })

  test('is no error where its reader stops early', () => {
    const line = `set -o pipefail; rnn-figures draw --seq ${'ab'.repeat(500)} | head -c 4`
    expect(shell(line, folderWith('draw-pipe'))).toEqual({ stdout: '<svg', stderr: '', status: 0 })
  })
})

test('every option that a figure has in an article is a flag', () => {
  const { stdout, status } = run(['draw', '--help'])
  expect(status).toBe(0)
  const options = new Set(Object.values(figureSpecs).flatMap(({ shape }) => Object.keys(shape)))
  // The ending of --out says it; the rest belongs to a page.
  for (const option of ['formats', 'replay', 'editable', 'reroll', 'caption', 'id']) options.delete(option)
  for (const option of options) expect(stdout).toContain(option === 'bias' ? '--no-bias' : `--${option}`)
})

const mistakes: readonly (readonly [words: readonly string[], message: string])[] = [
  [
    [],
    '--seq is missing; it must be a text such as "abracadabra", or a list of words. Or write --values for real numbers.',
  ],
  [
    ['--seq', 'ab', '--kind', 'unroled'],
    '--kind must be one of heatmap, unrolled, not "unroled". Did you mean "unrolled"?',
  ],
  [
    ['--seq', 'ab', '--kind', 'unrolled', '--vector', 'h'],
    'There is no option --vector for kind "unrolled"; only kind "heatmap" has it.\n',
  ],
  [['--seq', 'ab', '--vector', 'f'], '--vector '],
  [['--seq', 'ab', '--hidden', 'many'], '--hidden must be a whole number from 1 to 1,024'],
  [['--seq', 'ab', '--hidden', ''], '--hidden must be a whole number from 1 to 1,024'],
  [['--seq', 'ab', '--layer', '2'], '--layer '],
  [['--seq', 'ab', '--venue', 'neurisp'], '--venue must be one of neurips, '],
  [['--seq', 'ab', '--out', 'f.gif'], '--out names "f.gif", whose ending must be one of svg, png, pdf, csv, json.'],
  [['--seq', 'ab', '--out', 'f'], '--out names "f", whose ending must be one of '],
  [['--seq', 'ab', '--out', ','], '--out names no file.'],
  [
    ['--seq', 'ab', '--out', 'folder.svg'],
    '--out names "folder.svg", which cannot be written: a folder has that name.',
  ],
  [
    ['--seq', 'ab', '--out', 'file/f.svg'],
    '--out names "file/f.svg", which cannot be written: a file stands where a folder has to be.',
  ],
  [['--seq', 'ab', '--fonts', 'file'], '--fonts: "file" is not a TrueType or OpenType font.'],
  [['--seq', 'abz', '--alphabet', 'ab'], '--seq has the symbol "z" at position 3'],
  [['--seq', 'ab', 'cd'], 'There is no place for "cd".'],
  [['--seq', 'ab', '--id', 'x'], 'There is no option --id.'],
]

test.each(mistakes)('rnn-figures draw %j: exits with 2 and one sentence', (words, message) => {
  const folder = folderWith('draw-mistakes', { file: '', 'folder.svg/x': '' })
  const { stdout, stderr, status } = run(['draw', ...words], folder)
  expect(stderr.startsWith(`rnn-figures: ${message}`), stderr).toBe(true)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stdout).toBe('')
  expect(status).toBe(2)
  expect(readdirSync(folder).sort()).toEqual(['file', 'folder.svg'])
})
