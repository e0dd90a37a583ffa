import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const repository = resolve(import.meta.dirname, '../..')
const [rounds = 3, pages = 1000] = process.argv.filter((word) => /^\d+$/.test(word)).map(Number)

const configs = {
  figures: `import mdx from '@astrojs/mdx'
import rnnFigures from 'astro-rnn-figures'
export default { integrations: [mdx(), rnnFigures()], vite: { build: { rolldownOptions: { checks: { moduleLevelDirective: false } } } } }
`,
  pasted: `import mdx from '@astrojs/mdx'
export default { integrations: [mdx()], vite: { build: { rolldownOptions: { checks: { moduleLevelDirective: false } } } } }
`,
}

type Variant = keyof typeof configs

const collection = `import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
export const collections = { posts: defineCollection({ loader: glob({ base: './content', pattern: '*.mdx' }) }) }
`

const page = (components: string, values: string) => `---
import { getCollection, render } from 'astro:content'
${components}
export async function getStaticPaths() {
  return (await getCollection('posts')).map((post) => ({ params: { slug: post.id }, props: { post } }))
}
const { Content } = await render(Astro.props.post)
---
<html lang="en"><body><Content ${values} /></body></html>
`

const prose =
  'A recurrent network reads one symbol after another and keeps a *state* of what it has read so far.\n\n'.repeat(8)

function post(seed: number, figure: string): string {
  return `---\ntitle: Page ${seed}\n---\n\n# Page ${seed}\n\n${prose}${figure}\n\n${prose}`
}

/** A site whose every page shows one figure: drawn by the integration, or its finished markup pasted in. */
function write(root: string, variant: Variant, markup: readonly string[]): void {
  mkdirSync(join(root, 'content'), { recursive: true })
  mkdirSync(join(root, 'src/pages'), { recursive: true })
  writeFileSync(join(root, 'astro.config.mjs'), configs[variant])
  writeFileSync(join(root, 'src/content.config.ts'), collection)
  const pasted = variant === 'pasted'
  writeFileSync(
    join(root, 'src/pages/[slug].astro'),
    page(pasted ? "import Pasted from '../Pasted.astro'" : '', pasted ? 'components={{ Pasted }}' : ''),
  )
  if (pasted) writeFileSync(join(root, 'src/Pasted.astro'), '---\n---\n<Fragment set:html={Astro.props.markup} />\n')
  for (let seed = 0; seed < pages; seed++) {
    const name = `content/page-${String(seed).padStart(3, '0')}`
    if (pasted) writeFileSync(join(root, `${name}.js`), `export default ${JSON.stringify(markup[seed])}\n`)
    const figure = pasted
      ? `import markup from './page-${String(seed).padStart(3, '0')}.js'\n\n<Pasted markup={markup} />`
      : `<RnnFigure seq="abracadabra" seed={${seed}} />`
    writeFileSync(join(root, `${name}.mdx`), post(seed, figure))
  }
}

/** What a build takes: seconds, seconds of all processors together, and megabytes at most. */
interface Cost {
  readonly seconds: number
  readonly processors: number
  readonly megabytes: number
}

const reporter = 'data:text/javascript,process.on("exit",()=>console.error(JSON.stringify(process.resourceUsage())))'

/** What `astro build` takes. */
function build(root: string): Cost {
  const started = process.hrtime.bigint()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', reporter, join(repository, 'node_modules/astro/bin/astro.mjs'), 'build'],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    },
  )
  if (status !== 0) throw new Error(stdout + stderr)
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  const usage = JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as NodeJS.ResourceUsage
  const processors = (usage.userCPUTime + usage.systemCPUTime) / 1e6
  return { seconds, processors, megabytes: usage.maxRSS / 1024 }
}

/** A build without anything that an earlier one left. */
function scratch(root: string): Cost {
  for (const made of ['dist', '.astro', 'node_modules']) rmSync(join(root, made), { recursive: true, force: true })
  return build(root)
}

/** The markup of every figure, whose files are those of this site. */
function figuresIn(root: string): readonly string[] {
  const html = (seed: number) =>
    readFileSync(join(root, `dist/page-${String(seed).padStart(3, '0')}/index.html`), 'utf8')
  return Array.from({ length: pages }, (_, seed) => /<figure[\s\S]*<\/figure>/.exec(html(seed))?.[0] ?? '')
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

const home = join(repository, 'tests/artefacts/bench')
rmSync(home, { recursive: true, force: true })
const [drawn, pasted] = [join(home, 'drawn'), join(home, 'pasted')]
write(drawn, 'figures', [])
build(drawn)
write(pasted, 'pasted', figuresIn(drawn))
const assets = readdirSync(join(drawn, 'dist/_astro')).filter((name) => name.startsWith('rnn-'))
for (const name of assets) cpSync(join(drawn, 'dist/_astro', name), join(pasted, 'public/_astro', name))
build(pasted)

const measured = Array.from({ length: rounds }, () => {
  const cold = { pasted: scratch(pasted), drawn: scratch(drawn) }
  return { cold, warm: { pasted: build(pasted), drawn: build(drawn) } }
})

console.log(`${pages} pages with one figure and its files each, medians of ${rounds} interleaved rounds`)
for (const state of ['cold', 'warm'] as const) {
  const of = (variant: 'pasted' | 'drawn', what: keyof Cost) =>
    median(measured.map((round) => round[state][variant][what]))
  const ratio = median(measured.map((round) => round[state].drawn.seconds / round[state].pasted.seconds)).toFixed(3)
  const shown = (['pasted', 'drawn'] as const).map((variant) => {
    const busy = (of(variant, 'processors') / of(variant, 'seconds')).toFixed(2)
    return `${variant} ${of(variant, 'seconds').toFixed(2)} s (${busy} processors, ${of(variant, 'megabytes').toFixed(0)} MB)`
  })
  console.log(`${state}: ${shown.join(', ')}, ratio ${ratio}`)
}
console.log(assets.length, 'files,', readdirSync(join(drawn, 'dist')).length - 1, 'pages')
if (!process.argv.includes('--keep')) rmSync(home, { recursive: true })
