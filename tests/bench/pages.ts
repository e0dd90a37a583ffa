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
function write(root: string, variant: Variant, modules: readonly string[]): void {
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
    if (pasted) writeFileSync(join(root, `${name}.js`), modules[seed] ?? '')
    const figure = pasted
      ? `import markup from './page-${String(seed).padStart(3, '0')}.js'\n\n<Pasted markup={markup} />`
      : `<RnnFigure seq="abracadabra" seed={${seed}} />`
    writeFileSync(join(root, `${name}.mdx`), post(seed, figure))
  }
}

/** A module of finished markup. */
function asModule(markup: string): string {
  return `export default ${JSON.stringify(markup)}\n`
}

/** The same, whose files are assets that it imports. */
function asModuleWithFiles(markup: string): string {
  const files = [...new Set(Array.from(markup.matchAll(/\/_astro\/(rnn-[\w.-]+)/g), ([, name = '']) => name))]
  const imports = files.map((name, index) => `import file${index} from './files/${name}?url&no-inline'\n`)
  const text = files.reduce(
    (code, name, index) => code.replaceAll(`/_astro/${name}`, () => `" + file${index} + "`),
    JSON.stringify(markup),
  )
  return `${imports.join('')}export default ${text}\n`
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
const sites = { public: join(home, 'public'), assets: join(home, 'assets'), drawn: join(home, 'drawn') }
write(sites.drawn, 'figures', [])
build(sites.drawn)
const markup = figuresIn(sites.drawn)
const files = readdirSync(join(sites.drawn, 'dist/_astro')).filter((name) => name.startsWith('rnn-'))
write(sites.public, 'pasted', markup.map(asModule))
write(sites.assets, 'pasted', markup.map(asModuleWithFiles))
for (const name of files) {
  cpSync(join(sites.drawn, 'dist/_astro', name), join(sites.public, 'public/_astro', name))
  cpSync(join(sites.drawn, 'dist/_astro', name), join(sites.assets, 'content/files', name))
}
build(sites.public)
build(sites.assets)

type Site = keyof typeof sites

const names = Object.keys(sites) as readonly Site[]
const each = (work: (root: string) => Cost) =>
  Object.fromEntries(names.map((name) => [name, work(sites[name])])) as Record<Site, Cost>
const measured = Array.from({ length: rounds }, () => ({ cold: each(scratch), warm: each(build) }))

console.log(
  `${pages} pages with one figure and its ${files.length / pages} files each, medians of ${rounds} interleaved rounds; pasted with files in public/ or as imported assets, and drawn`,
)
for (const state of ['cold', 'warm'] as const) {
  const of = (site: Site, what: keyof Cost) => median(measured.map((round) => round[state][site][what]))
  for (const site of names) {
    const busy = (of(site, 'processors') / of(site, 'seconds')).toFixed(2)
    const ratio = median(measured.map((round) => round[state].drawn.seconds / round[state][site].seconds)).toFixed(3)
    const cost = `${of(site, 'seconds').toFixed(2)} s, ${busy} processors, ${of(site, 'megabytes').toFixed(0)} MB`
    console.log(`${state}, ${site}: ${cost}${site === 'drawn' ? '' : `; drawn takes ${ratio} of it`}`)
  }
}
if (!process.argv.includes('--keep')) rmSync(home, { recursive: true })
