import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const repository = resolve(import.meta.dirname, '../..')
const home = join(repository, 'tests/artefacts/scale')

/** Letters without a period: a linear congruential generator (Numerical Recipes) picks them. */
function letters(count: number): string {
  let [state, text] = [1, '']
  for (let t = 0; t < count; t++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    text += String.fromCharCode(97 + Math.floor((state / 2 ** 32) * 26))
  }
  return text
}

const seq = letters(10_000)

/** A program that draws one figure of 10,000 symbols and 64 units and says what it took. */
const drawing = (cell: string) => `
import { checked } from ${JSON.stringify(join(repository, 'lib/checked.js'))}
import { figureStore } from ${JSON.stringify(join(repository, 'lib/figure-store.js'))}
import { drawing } from ${JSON.stringify(join(repository, 'lib/drawing.js'))}
const started = performance.now()
const { spec } = checked({ seq: ${JSON.stringify(seq)}, hidden: 64, seed: 7, cell: '${cell}' })
const nothing = { read: async () => undefined, write: async () => {} }
const store = figureStore({ cache: nothing, fingerprint: '', drawing: drawing([]), found: () => {} })
const { markup, files } = await store.figure(spec, () => {})
const svg = JSON.parse(markup).drawings.map(({ length }) => length).join(' and ')
const megabytes = Math.round(process.resourceUsage().maxRSS / 1000)
console.log(\`\${Math.round(performance.now() - started)} ms, \${megabytes} MB, SVG in the page of \${svg} bytes, files: \${files.map(({ name, bytes }) => \`\${name.split('.').at(-1)} of \${bytes.length}\`).join(', ')}\`)
`

function run(folder: string, ...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  })
  if (status !== 0) throw new Error(stdout + stderr)
  return stdout.trim()
}

/** Milliseconds of an `astro build` of one page without anything from an earlier one. */
function build(name: string, page: string): number {
  const root = join(home, name)
  rmSync(root, { recursive: true, force: true })
  mkdirSync(join(root, 'src/pages'), { recursive: true })
  writeFileSync(
    join(root, 'astro.config.mjs'),
    "import mdx from '@astrojs/mdx'\nimport rnnFigures from 'astro-rnn-figures'\nexport default { integrations: [mdx(), rnnFigures()] }\n",
  )
  writeFileSync(join(root, 'src/pages/index.mdx'), page)
  const started = process.hrtime.bigint()
  run(root, join(repository, 'node_modules/astro/bin/astro.mjs'), 'build')
  return Math.round(Number(process.hrtime.bigint() - started) / 1e6)
}

console.log('10,000 symbols, 64 units')
mkdirSync(home, { recursive: true })
for (const cell of ['rnn', 'lstm', 'gru']) {
  writeFileSync(join(home, `${cell}.mjs`), drawing(cell))
  console.log(`${cell}: ${run(home, join(home, `${cell}.mjs`))}`)
}
const tag = `<RnnFigure seq="${seq}" hidden={64} seed={7} cell="lstm" />\n`
const [empty, full] = [build('empty', '# A page\n'), build('full', `# A page\n\n${tag}`)]
console.log(`a site of one page builds in ${empty} ms, with the LSTM's figure in ${full} ms`)
rmSync(home, { recursive: true })
