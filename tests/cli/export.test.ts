import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { computedFigure } from '../../plugins/rnn-figures/computed-figure.ts'
import { figureFiles } from '../../plugins/rnn-figures/figure-files.ts'
import { typefaces } from '../../plugins/rnn-figures/output/typefaces.ts'
import { has, lacking, tool } from '../tools.ts'
import { folderWith, program, run, shell } from './run.ts'

const article = (rnn: string, body: string) => `---\ntitle: An article\nrnn: ${rnn}\n---\n\n${body}\n`
const abra = article('{ abra: { seq: abracadabra, seed: 7 } }', '<RnnFigure name="abra"/>')

/** What lies in a folder, sorted. */
const names = (folder: string) => readdirSync(folder).sort()

/** Runs an export in a folder of its own with these files. */
function exported(name: string, files: Readonly<Record<string, string | Uint8Array>>, ...words: readonly string[]) {
  const folder = folderWith(`export-${name}`, { 'package.json': '{}', ...files })
  const result = run(['export', ...words], folder)
  const out = join(folder, 'figures')
  return { ...result, folder, out, names: existsSync(out) ? names(out) : [] }
}

describe('names', () => {
  test('are those of the page: names, ids, numbers; what is declared and not shown comes too', () => {
    const body = [
      '<RnnFigure name="abra"/>',
      '<RnnFigure seq="xyz"/>',
      '<RnnFigure seq="abc" id="own"/>',
      '<RnnFigure name="abra" kind="unrolled"/>',
      '<RnnFigure seq="xyz" caption="The same drawing."/>',
      '{[\'a\'].map(() => <RnnFigure seq="in a function"/>)}',
    ].join('\n\n')
    const rnn = '{ abra: { seq: abracadabra }, unseen: { seq: unseen }, like: { seq: abracadabra } }'
    const { stdout, stderr, status, names } = exported('names', { 'a.mdx': article(rnn, body) }, 'a.mdx')
    const stems = ['a-abra', 'a-2', 'a-own', 'a-abra-2', 'a-figure', 'a-unseen']
    expect(stdout).toBe(stems.map((stem) => `figures/${stem}.svg\nfigures/${stem}.png\n`).join(''))
    expect(stderr).toBe('rnn-figures: 6 figures of 1 article: 12 files in figures, 0 failed\n')
    expect(status).toBe(0)
    expect(names).toEqual(stems.flatMap((stem) => [`${stem}.svg`, `${stem}.png`]).sort())
  })

  test('are safe, short and different', () => {
    const ids = [
      '../x',
      'a/b',
      '..',
      'y'.repeat(300),
      `${'y'.repeat(300)}z`,
      'é🦊',
      'ABRA',
      'abra',
      'a:b',
      'a\u202eb',
      '.git',
    ]
    const body = ids.map((id, index) => `<RnnFigure seq="abc" seed={${index}} id=${JSON.stringify(id)}/>`).join('\n\n')
    const {
      status,
      stderr,
      folder,
      names: found,
    } = exported('hostile', { 'a b.mdx': article('{}', body) }, 'a b.mdx', '--formats', 'svg')
    expect(stderr).toContain(' 0 failed')
    expect(status).toBe(0)
    const y = `a-b-${'y'.repeat(100)}`
    expect(found).toEqual(
      [
        ...['x', 'a-b', 'figure', 'é🦊', 'ABRA', 'abra-2', 'a-b-2', 'a-b-3', 'git'].map((name) => `a-b-${name}`),
        y,
        `${y}-2`,
      ]
        .map((name) => `${name}.svg`)
        .sort(),
    )
    expect(names(folder)).toEqual(['a b.mdx', 'figures', 'package.json'])
  })

  test('of an article with a strange name are safe too', () => {
    const file = `..${'🦊'.repeat(60)}\n-rf.mdx`
    const { names, status } = exported('strange', { [file]: abra }, '--formats', 'svg', '--', file)
    expect(status).toBe(0)
    expect(names).toEqual([`${'🦊'.repeat(25)}-abra.svg`])
  })

  test('have folders before them where articles have one name, and differ even so', () => {
    const files = { 'one/index.mdx': abra, 'two/index.mdx': abra, 'two-index.mdx': abra, 'other.mdx': abra }
    const { names, status } = exported(
      'folders',
      files,
      ...Object.keys(files),
      'one/../one/index.mdx',
      '--formats',
      'svg',
    )
    expect(status).toBe(0)
    expect(names).toEqual(['one-index-abra.svg', 'other-abra.svg', 'two-index-abra-2.svg', 'two-index-abra.svg'])
  })
})

describe('files', () => {
  test('are those that a site has for the same figure, byte for byte', async () => {
    const formats = ['svg', 'png', 'pdf'] as const
    const spec = { kind: 'heatmap', seq: 'abracadabra', seed: 7, order: 'index', formats, venue: 'icml' } as const
    const { links, files } = await figureFiles(computedFigure({ ...spec, formats: [...formats] }, spec), typefaces())
    const { out } = exported(
      'bytes',
      { 'a.mdx': abra },
      'a.mdx',
      '--formats',
      'json,csv,pdf,png,svg',
      '--venue',
      'icml',
    )
    expect(names(out)).toHaveLength(5)
    for (const [index, { format }] of links.entries()) {
      expect(readFileSync(join(out, `a-abra.${format}`)).equals(files[index]?.bytes ?? new Uint8Array()), format).toBe(
        true,
      )
    }
  })

  test('have the formats and looks of the article, unless flags say otherwise', async () => {
    const rnn = '{ a: { seq: abc, formats: [pdf], grey: true }, b: { seq: abcd, venue: poster } }'
    const { names, stdout } = exported('own', { 'a.mdx': article(rnn, '') }, 'a.mdx')
    expect(names).toEqual(['a-a.pdf', 'a-b.png', 'a-b.svg'])
    expect(stdout.trim().split('\n')).toHaveLength(3)
    const other = exported(
      'flags',
      { 'a.mdx': article(rnn, '') },
      'a.mdx',
      '--formats',
      'png',
      '--venue',
      'ieee',
      '--size',
      'full',
    )
    expect(other.names).toEqual(['a-a.png', 'a-b.png'])
    const { width, density } = await sharp(join(other.out, 'a-b.png')).metadata()
    expect(density).toBe(600)
    expect((width ?? 0) / 600).toBeCloseTo(182 / 25.4, 2)
  })

  test.skipIf(!has('pdfinfo'))(`are as wide as the venue prints them${lacking('pdfinfo')}`, async () => {
    const { out } = exported('venue', { 'a.mdx': abra }, 'a.mdx', '--formats', 'pdf', '--venue', 'neurips')
    const [, width] = /Page size: +([\d.]+) x/.exec(await tool('pdfinfo', join(out, 'a-abra.pdf'))) ?? []
    expect(Math.abs(Number(width) - 396)).toBeLessThan(0.28)
  })

  test('replace those of earlier runs, and nothing else', () => {
    const old = { 'figures/a-abra.svg': 'old', 'figures/other.svg': 'other', 'figures/.hidden': '' }
    const { out, names } = exported('again', { 'a.mdx': abra, ...old }, 'a.mdx')
    expect(names).toEqual(['.hidden', 'a-abra.png', 'a-abra.svg', 'other.svg'])
    expect(readFileSync(join(out, 'a-abra.svg'), 'utf8')).toMatch(/^<svg/)
    expect(readFileSync(join(out, 'other.svg'), 'utf8')).toBe('other')
  })

  test('come from weights and series beside the article, but not from outside the package', () => {
    const reference = (name: string) => readFileSync(resolve(import.meta.dirname, '../reference', name))
    const body =
      '<RnnFigure values="./river.csv" cell="gru"/>\n\n<RnnFigure seq="abracadabra" weights="../m.safetensors"/>'
    const files = {
      'posts/river.csv': reference('river.csv'),
      'm.safetensors': reference('lstm-embedding.safetensors'),
    }
    const { names, status } = exported(
      'attached',
      { 'posts/a.mdx': article('{}', body), ...files },
      'posts/a.mdx',
      '--formats',
      'svg',
    )
    expect(names).toEqual(['a-1.svg', 'a-2.svg'])
    expect(status).toBe(0)
    const outside = exported('outside', { 'a.mdx': article('{}', '<RnnFigure values="../x.csv"/>') }, 'a.mdx')
    expect(outside.stderr).toContain(
      'rnn-figures: `values` names "../x.csv", which lies outside the site. (a.mdx:6:12) Put the file',
    )
    expect(outside.status).toBe(1)
  })
})

describe('articles', () => {
  test('are not run, and what only their page knows is named', () => {
    const body = [
      "import Chart from './nowhere.astro'",
      "import { RnnFigure as Fig } from 'astro-rnn-figures/components'",
      "import { writeFileSync } from 'node:fs'",
      "export const ran = writeFileSync('ran', '')\nexport const word = 'abra'\nexport const size = () => 3",
      '<Chart/>',
      '<Fig seq={word}/>',
      '<Fig seq="late" hidden={size()}/>',
      'The slope $\\frac{\\partial L}{x y}$ is a formula.',
    ].join('\n\n')
    const { names, stderr, status, folder } = exported('imports', { 'a.mdx': `${body}\n` }, 'a.mdx')
    expect(existsSync(join(folder, 'ran'))).toBe(false)
    expect(names).toEqual(['a-1.png', 'a-1.svg'])
    expect(stderr).toBe(
      'rnn-figures: a.mdx:15:1: The options of this figure are only known when its page renders, so it is not written.\n' +
        'rnn-figures: 1 figure of 1 article: 2 files in figures, 0 failed, 1 left to its page\n',
    )
    expect(status).toBe(0)
  })

  const broken: readonly (readonly [what: string, text: string, message: string])[] = [
    [
      'a tag without an end',
      '# a\n\n<RnnFigure>\n',
      'This is not MDX: Expected a closing tag for `<RnnFigure>`. (b.mdx:3:1)',
    ],
    [
      'wrong code',
      '---\na: 1\n---\n\n{a b}\n',
      'This is not MDX: Could not parse expression with oxc: Expected `,` or `)` but found `Identifier`. (b.mdx:5:4)',
    ],
    ['wrong YAML', '---\nrnn:\n  a: [}\n---\n', 'The frontmatter is not YAML: '],
    ['TOML', '+++\nrnn = 1\n+++\n', 'The frontmatter is TOML, which is not read here. (b.mdx) Write it as YAML'],
    ['an alias without an anchor', '---\nrnn: *a\n---\n', 'The frontmatter cannot be read: Unresolved alias'],
    [
      'a misspelt option',
      article('{}', '<RnnFigure seq="a" hiden={3}/>'),
      'There is no option `hiden`. (b.mdx:6:20) Did you mean "hidden"?',
    ],
    [
      'a wrong declaration',
      article('{ a: { seq: abc, seed: -1 } }', ''),
      '`seed` must be a whole number from 0 to 4,294,967,295 (the seeds of PyTorch’s generator), not -1. (b.mdx:3:23)',
    ],
    [
      'an unknown symbol',
      article('{}', '<RnnFigure seq="abz" alphabet="ab"/>'),
      '`seq` has the symbol "z" at position 3, which is not in the alphabet. (b.mdx:6:12)',
    ],
    [
      'a file that is not there',
      article('{ a: { values: x.csv } }', ''),
      '`values` names "x.csv", but there is no such file. (b.mdx:3:13)',
    ],
  ]

  test.each(broken)('%s does not keep others from being written', (_, text, message) => {
    const { stdout, stderr, status } = exported(
      'broken',
      { 'a.mdx': abra, 'b.mdx': text, 'c.mdx': abra },
      'a.mdx',
      'b.mdx',
      'c.mdx',
      '--formats',
      'svg',
    )
    expect(stdout).toBe('figures/a-abra.svg\nfigures/c-abra.svg\n')
    expect(stderr).toContain(`rnn-figures: ${message}`)
    expect(stderr).toMatch(/\nrnn-figures: 2 figures of 2 articles: 2 files in figures, 1 failed\n$/)
    expect(stderr).not.toContain('    at ')
    expect(status).toBe(1)
  })

  test('a figure that cannot be drawn or written leaves the others of its article', () => {
    const body = '<RnnFigure seq="a" weights="no.safetensors"/>\n\n<RnnFigure seq="b"/>\n\n<RnnFigure seq="c"/>'
    const folder = folderWith('export-figure', { 'package.json': '{}', 'a.mdx': article('{}', body) })
    mkdirSync(join(folder, 'figures/a-3.svg'), { recursive: true })
    const { stdout, stderr, status } = run(['export', 'a.mdx', '--formats', 'svg'], folder)
    expect(stdout).toBe('figures/a-2.svg\n')
    expect(stderr).toContain('`weights` names "no.safetensors", but there is no such file. (a.mdx:6:20)')
    expect(stderr).toContain('The figure "3" cannot be written: a folder has that name. (a.mdx:10:1)')
    expect(stderr).toContain('1 figure of 1 article: 1 file in figures, 2 failed')
    expect(status).toBe(1)
    expect(names(join(folder, 'figures'))).toEqual(['a-2.svg', 'a-3.svg'])
  })

  test('dates and merged sets in YAML are read as Astro reads them', () => {
    const rnn =
      '---\nbase: &base { seq: abc, seed: 3 }\ndate: 2026-11-20\nrnn: { a: { <<: *base, hidden: 4 } }\n---\n\n<RnnFigure seq={frontmatter.date}/>\n'
    const { names, out } = exported('yaml', { 'a.mdx': rnn }, 'a.mdx', '--formats', 'json')
    expect(names).toEqual(['a-1.json', 'a-a.json'])
    expect(readFileSync(join(out, 'a-1.json'), 'utf8')).toContain('2026-11-20')
    expect(readFileSync(join(out, 'a-a.json'), 'utf8')).toContain('"seed":3')
  })
})

describe('what is said', () => {
  test('a symbol without a font is a warning with the article’s name, and a font for it can be named', () => {
    const files = { 'a.mdx': article('{}', '<RnnFigure seq="a🦊"/>') }
    const { stderr, status } = exported('font', files, 'a.mdx', '--formats', 'svg')
    expect(stderr).toMatch(/^rnn-figures: a\.mdx: Hidden state .*: No font has "🦊" \(U\+1F98A\)/)
    expect(status).toBe(0)
    const font = resolve(import.meta.dirname, '../../plugins/rnn-figures/fonts/SourceCodePro-Regular.ttf')
    expect(exported('font', files, 'a.mdx', '--fonts', `${font},${font}`).status).toBe(0)
  })

  test('with --quiet nothing but errors', () => {
    const late = article(
      '{}',
      'export const n = () => 3\n\n<RnnFigure seq="a" hidden={n()}/>\n\n<RnnFigure seq="a🦊"/>',
    )
    const quiet = exported('quiet', { 'a.mdx': late }, 'a.mdx', '--quiet')
    expect(quiet).toMatchObject({ stdout: '', stderr: '', status: 0 })
    expect(quiet.names).toEqual(['a-2.png', 'a-2.svg'])
    const failing = exported('quiet', { 'a.mdx': '<RnnFigure' }, 'a.mdx', '--quiet')
    expect(failing.stderr).toMatch(/^rnn-figures: This is not MDX.*\n$/)
    expect(failing.status).toBe(1)
  })

  test('a pattern that no shell has read is looked up', () => {
    const files = { 'posts/a.mdx': abra, 'posts/deep/b.mdx': abra, 'posts/c.md': '' }
    expect(exported('glob', files, 'posts/**/*', '--formats', 'svg').names).toEqual(['a-abra.svg', 'b-abra.svg'])
  })

  test('a reader that stops early keeps no file from being written', () => {
    const body = Array.from({ length: 12 }, (_, seed) => `<RnnFigure seq="abc" seed={${seed}}/>`).join('\n\n')
    const folder = folderWith('export-pipe', { 'a.mdx': article('{}', body) })
    const { stdout, stderr, status } = shell(
      'set -o pipefail; rnn-figures export a.mdx --formats svg | head -n 1',
      folder,
    )
    expect(stdout).toBe('figures/a-1.svg\n')
    expect(stderr).toContain('12 figures of 1 article: 12 files in figures, 0 failed')
    expect(status).toBe(0)
    expect(names(join(folder, 'figures'))).toHaveLength(12)
    expect(shell('rnn-figures export a.mdx 2>&1 >/dev/null | true', folder).status).toBe(0)
  })

  test.skipIf(!has('script'))(`a terminal has a bar that goes again${lacking('script')}`, async () => {
    const folder = folderWith('export-terminal', {
      'a.mdx': article('{ a: { seq: abc }, b: { seq: abcd }, c: { seq: a🦊 } }', ''),
      'b.mdx': '<RnnFigure',
    })
    const command = `cd '${folder}' && '${process.execPath}' '${program}' export a.mdx b.mdx --formats svg`
    const text = await tool('script', '-qec', `${command} || true`, '/dev/null')
    expect(text).toContain('] 1 of 3 figures')
    expect(text).toContain(`\r\x1b[2K[${'='.repeat(40)}] 3 of 3 figures`)
    expect(text).not.toContain('figures/a-a.svg')
    const lines = text.split('\r\n').map((line) => line.split('\x1b[2K').at(-1))
    expect(lines).toEqual([
      expect.stringMatching(/^rnn-figures: This is not MDX/),
      expect.stringMatching(/^rnn-figures: a\.mdx: Hidden state .*No font has/),
      'rnn-figures: 3 figures of 1 article: 3 files in figures, 1 failed',
      '',
    ])
    const piped = await tool('script', '-qec', `{ ${command}; } | cat`, '/dev/null')
    expect(piped).toContain('figures/a-a.svg')
    expect(await tool('script', '-qec', `TERM=dumb; export TERM; ${command} || true`, '/dev/null')).not.toContain(
      '\x1b',
    )
  })
})

const mistakes: readonly (readonly [words: readonly string[], message: string])[] = [
  [[], 'An article is missing. Name one or several: rnn-figures export content/articles/*.mdx.'],
  [['nowhere.mdx'], '"nowhere.mdx" names no article.'],
  [['posts/*.mdx'], '"posts/*.mdx" names no article.'],
  [['a.mdx', 'no/**/*.mdx'], '"no/**/*.mdx" names no article.'],
  [['.'], '"." is a folder. Name its articles: ./*.mdx.'],
  [['a.mdx', 'package.json'], '"package.json" is no article: its name does not end with .mdx.'],
  [['a.mdx', '--formats', 'pdf,gif'], '--formats must be a list of svg, png, pdf, csv, json, not "gif".'],
  [['a.mdx', '--formats', ','], '--formats must be a list of svg, png, pdf, csv, json, not "".'],
  [['a.mdx', '--venue', 'nips'], '--venue must be one of neurips, icml, '],
  [['a.mdx', '--size', 'huge'], '--size must be one of column, full, not "huge".'],
  [
    ['a.mdx', '--palette', 'viivid'],
    '--palette must be one of default, vivid, cividis, not "viivid". Did you mean "vivid"?',
  ],
  [['a.mdx', '--fonts', 'no.ttf'], '--fonts names "no.ttf", which cannot be read.'],
  [['a.mdx', '--fonts', 'a.mdx'], '--fonts: "a.mdx" is not a TrueType or OpenType font.'],
  [
    ['a.mdx', '--out', 'a.mdx'],
    '--out names "a.mdx", which cannot be written: a file stands where a folder has to be.',
  ],
  [
    ['a.mdx', '--out', 'a.mdx/figures'],
    '--out names "a.mdx/figures", which cannot be written: a file stands where a folder has to be.',
  ],
  [['a.mdx', '--seq', 'abc'], 'There is no option --seq.'],
  [['a.mdx', '--quiet=yes'], '--quiet takes no value.'],
]

test.each(mistakes)('rnn-figures export %j: exits with 2, one sentence, and nothing written', (words, message) => {
  const { stdout, stderr, status, folder } = exported('mistakes', { 'a.mdx': abra }, ...words)
  expect(stderr.startsWith(`rnn-figures: ${message}`), stderr).toBe(true)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stdout).toBe('')
  expect(status).toBe(2)
  expect(names(folder)).toEqual(['a.mdx', 'package.json'])
})

test('an article without figures is no mistake, and a link to one is that one', () => {
  const folder = folderWith('export-none', { 'a.mdx': '# Nothing\n' })
  expect(run(['export', 'a.mdx'], folder)).toMatchObject({
    status: 0,
    stderr: 'rnn-figures: 0 figures of 0 articles: 0 files in figures, 0 failed\n',
  })
  writeFileSync(join(folder, 'b.mdx'), abra)
  symlinkSync('b.mdx', join(folder, 'c.mdx'))
  expect(run(['export', 'b.mdx', 'c.mdx', '--formats', 'svg'], folder).stdout).toBe('figures/b-abra.svg\n')
})

test('its help names every flag and what it takes', () => {
  const { stdout, status } = run(['export', '--help'])
  expect(status).toBe(0)
  for (const word of '--out --formats --venue --size --palette --grey --fonts --quiet neurips cividis'.split(' ')) {
    expect(stdout).toContain(word)
  }
  expect(stdout).toContain('Usage: rnn-figures export <article.mdx> … [options]')
})
