import { globSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const home = resolve(import.meta.dirname, '../plugins/rnn-figures')

/** Which folders a folder's files may import from, besides its own. What is not named here is the rim. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  network: [],
  scene: [],
  analysis: ['network'],
  figures: ['scene', 'network', 'analysis'],
  island: ['figures', 'network', 'analysis', 'scene', 'output'],
  output: ['scene', 'fflate', 'fontkit', 'pdfkit', 'satori', 'sharp', 'node:fs'],
}

interface Import {
  readonly file: string
  readonly folder: string
  readonly target: string
}

const imports: readonly Import[] = globSync('**/*.ts', { cwd: home }).flatMap((file) => {
  const source = readFileSync(resolve(home, file), 'utf8')
  return [...source.matchAll(/(?:from|import) '([^']+)'/g)].map(([, target = '']) => ({
    file,
    folder: file.includes('/') ? (file.split('/')[0] ?? '') : '',
    target: target.startsWith('.') ? relative(home, resolve(home, dirname(file), target)) : target,
  }))
})

test('every folder imports only what the table allows', () => {
  expect(imports.length).toBeGreaterThan(50)
  const forbidden = imports.filter(({ folder, target }) => {
    const permitted = allowed[folder]
    return permitted && ![folder, ...permitted].includes(target.split('/')[0] ?? '')
  })
  expect(forbidden).toEqual([])
})

test('the pipeline imports the specification, the network, the analysis and the figures', () => {
  const targets = imports.filter(({ file }) => file === 'draw.ts').map(({ target }) => target.split('/')[0])
  expect([...new Set(targets)].sort()).toEqual(['figures', 'network', 'scene', 'spec.ts'])
})

test('no module imports itself through others', () => {
  const graph = Map.groupBy(imports, ({ file }) => file)
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    (graph.get(from) ?? []).some(({ target }) => {
      if (target === to) return true
      if (seen.has(target)) return false
      seen.add(target)
      return reaches(target, to, seen)
    })
  expect([...graph.keys()].filter((file) => reaches(file, file))).toEqual([])
})

test('nothing takes the clock, chance or a counter', () => {
  const sources = globSync('**/*.{ts,astro}', { cwd: home }).map((file) => readFileSync(resolve(home, file), 'utf8'))
  // The build's last line says how long its figures took; no file knows.
  const clocks = sources.join('').match(/Math\.random|Date\.now|new Date\(\)|performance\.now|^let /gm)
  expect(clocks).toEqual(['performance.now'])
})

test('what pages import while they render needs neither a file system nor an image library', () => {
  const graph = Map.groupBy(imports, ({ file }) => file)
  const reached = new Set(['runtime.ts'])
  for (const file of reached) for (const { target } of graph.get(file) ?? []) reached.add(target)
  expect(reached).toContain('draw.ts')
  for (const library of ['sharp', 'pdfkit', 'fontkit', 'satori', 'node:fs', 'unstorage']) {
    expect([...reached]).not.toContain(library)
  }
})
