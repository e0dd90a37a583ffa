import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { command, project } from './command.ts'
import { drawings } from './expected.ts'
import { captionOf, drawingsIn, figuresIn, numberOf } from './markup.ts'

const fixture = fileURLToPath(new URL('../sites/consumer/', import.meta.url))

let folder: string
let tarball: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consumer-'))
  await cp(fixture, folder, { recursive: true, filter: (path) => !path.startsWith(join(fixture, 'wrong')) })
  await mkdir(join(folder, 'packed'))
  await command(project, 'npm', 'pack', '--ignore-scripts', '--pack-destination', join(folder, 'packed'))
  tarball = join(folder, 'packed', (await readdir(join(folder, 'packed')))[0] ?? '')
  const quick = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts']
  const { code, output } = await command(folder, 'npm', 'install', ...quick, tarball)
  expect(code, output).toBe(0)
}, 240_000)

afterAll(() => rm(folder, { recursive: true }))

test('the package holds what runs and nothing else', async () => {
  const { output } = await command(folder, 'tar', '-tzf', tarball)
  const files = output.trim().split('\n')
  const allowed = [
    /^package\/lib\/[\w/-]+\.(js|d\.ts)$/,
    /^package\/plugins\/rnn-figures\/components\/[\w-]+\.(astro|css|d\.ts|ts)$/,
    /^package\/plugins\/rnn-figures\/fonts\/(\w+-\w+|Symbols)\.ttf$/,
    /^package\/plugins\/rnn-figures\/fonts\/LICENSE\.md$/,
    /^package\/(README\.md|CHANGELOG\.md|LICENSE|package\.json)$/,
  ]
  expect(files.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([])
  for (const entry of [
    'lib/index.js',
    'lib/index.d.ts',
    'lib/runtime.js',
    'plugins/rnn-figures/components/RnnFigure.astro',
    'plugins/rnn-figures/fonts/SourceSans3-Regular.ttf',
    'plugins/rnn-figures/fonts/LICENSE.md',
  ]) {
    expect(files).toContain(`package/${entry}`)
  }
})

test('a fresh site builds its figure', async () => {
  const { code, output } = await command(folder, 'astro', 'build')
  expect(code, output).toBe(0)
  const html = await readFile(join(folder, 'dist/blog/first/index.html'), 'utf8')
  expect(drawingsIn(html)).toEqual(drawings([{ seq: 'abracadabra', seed: 7 }]))
  expect(figuresIn(html).map(numberOf)).toEqual(['Figure 1 → #fig-abra'])
  expect(figuresIn(html).map(captionOf)).toEqual(['What it remembers.'])
  expect(html).not.toContain('<script')
}, 60_000)

test('the command and the programming interface come with the package', async () => {
  const printed = await command(folder, 'rnn-figures', 'trace', '--seq', 'abra', '--cell', 'gru', '--hidden', '2')
  expect(printed.code, printed.output).toBe(0)
  const program = `import { read, transcript } from 'astro-rnn-figures/network'
console.log(JSON.stringify(transcript(read({ seq: 'abra', cell: 'gru', hidden: 2 }))))`
  const computed = await command(folder, 'node', '--input-type=module', '-e', program)
  expect(JSON.parse(computed.output)).toEqual(JSON.parse(printed.output))
  expect(JSON.parse(computed.output).layers[0].forward.z).toHaveLength(4)
}, 60_000)

test('astro check accepts right props and rejects a wrong type and an unknown name', async () => {
  const right = await command(folder, 'astro', 'check')
  expect(right.code, right.output).toBe(0)
  expect(right.output).toMatch(/\b0 errors/)
  await cp(join(fixture, 'wrong/type.astro'), join(folder, 'src/pages/type.astro'))
  await cp(join(fixture, 'wrong/unknown.astro'), join(folder, 'src/pages/unknown.astro'))
  const wrong = await command(folder, 'astro', 'check')
  expect(wrong.code).toBe(1)
  expect(wrong.output).toMatch(
    /src\/pages\/type\.astro:5:12 - error ts\(2322\): Type 'number' is not assignable to type/,
  )
  expect(wrong.output).toMatch(/src\/pages\/unknown\.astro:5:30 - error ts\(2322\):[\s\S]*'hiden' does not exist/)
  expect(wrong.output).toMatch(/\b2 errors/)
}, 120_000)

test('a site whose configuration lacks the integration hears so', async () => {
  await rm(join(folder, 'src'), { recursive: true })
  await cp(join(fixture, 'wrong/imported.mdx'), join(folder, 'src/pages/index.mdx'))
  const { code, output } = await command(folder, 'astro', 'build', '--config', 'forgotten.config.mjs')
  expect(code).toBe(1)
  expect(output).toContain('the integration is missing from the Astro configuration')
  expect(output).toContain('integrations: [mdx(), rnnFigures()]')
}, 60_000)
