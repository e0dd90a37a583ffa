import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { type Drawn, median, type Order, type Picture, type Result, type Results } from './peers/drawing.ts'
import { type PictureName, pictures } from './pictures.ts'

const home = join(import.meta.dirname, 'peers')
const rounds = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 5)
const seconds = 0.5

/** A program that draws the same numbers as a heatmap, in a process of its own. */
interface Program {
  readonly name: string
  readonly file: string
  /** What it needs of `peers`. */
  readonly packages: readonly string[]
}

const ours: Program = { name: 'ours', file: 'draw-ours.ts', packages: [] }

const peers: readonly Program[] = [
  { name: 'Plot', file: 'draw-plot.ts', packages: ['@observablehq/plot', 'linkedom'] },
  { name: 'Vega-Lite', file: 'draw-vega-lite.ts', packages: ['vega', 'vega-lite'] },
  { name: 'ECharts', file: 'draw-echarts.ts', packages: ['echarts'] },
]

const isThere = ({ packages }: Program): boolean =>
  packages.every((name) => existsSync(join(home, 'node_modules', name)))

const names = Object.keys(pictures) as PictureName[]

/** One round of a program. Throws where a picture lacks cells or labels: then its time says nothing. */
function measured({ name, file }: Program): Results {
  const order: Order = { pictures: names.map((each) => pictures[each]), seconds }
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], {
    cwd: home,
    encoding: 'utf8',
    input: JSON.stringify(order),
    maxBuffer: 2 ** 28,
  })
  if (status !== 0) throw new Error(stderr)
  const answer: Results = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
  names.forEach((each, index) => {
    if (!isWhole(answer.results[index], pictures[each])) throw new Error(`${name}: ${each} is incomplete.`)
  })
  return answer
}

/** Every label, and a shape for every value, or fewer of ours, which writes equal ones as one or as a picture. */
function isWhole(drawn: Drawn | undefined, { labels, units, values }: Picture): boolean {
  if (!drawn) return false
  const count = (tag: string): number => drawn.svg.split(`<${tag}`).length - 1
  const shapes = count('rect') + count('path')
  const strokes = drawn.svg.split(/M[\d.]+ [\d.]+h/).length - 1
  const cells = drawn.files.length > 0 || Math.max(shapes, strokes) >= 0.8 * values.length * (values[0]?.length ?? 0)
  return cells && count('text') >= labels.length + units.length
}

/** Bytes as they travel; pictures are compressed already. */
function compressed({ svg, files }: Drawn) {
  const pixels = files.reduce((sum, file) => sum + Buffer.from(file, 'base64').length, 0)
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: svg.length } }
  return { gzip: gzipSync(svg, { level: 9 }).length + pixels, brotli: brotliCompressSync(svg, best).length + pixels }
}

/** The drawing without what it says about itself, which the others do not write. */
function wordless({ svg, files }: Drawn): Drawn {
  return { svg: svg.replace(/<title>.*<\/metadata>/s, ''), files }
}

const present = peers.filter(isThere)
for (const peer of peers) {
  if (!present.includes(peer)) console.log(`${peer.name} is not installed: npm ci --prefix tests/bench/peers`)
}

const programs = [ours, ...present]
const all = Array.from({ length: rounds }, () => new Map(programs.map((program) => [program, measured(program)])))

/** The results of a program, one a round. */
function resultsOf(program: Program, name: PictureName): readonly Result[] {
  return all.flatMap((round) => round.get(program)?.results[names.indexOf(name)] ?? [])
}

/** How a peer compares with ours: its time by ours, and our bytes by its. */
interface Comparison {
  readonly name: PictureName
  readonly peer: Program
  readonly faster: number
  readonly gzip: number
  readonly brotli: number
}

function comparison(name: PictureName, peer: Program): Comparison {
  const [own, other] = [resultsOf(ours, name), resultsOf(peer, name)]
  const faster = median(other.map(({ milliseconds }, index) => milliseconds / (own[index]?.milliseconds ?? 0)))
  const [small, large] = [compressed(own[0] as Drawn), compressed(other[0] as Drawn)]
  return { name, peer, faster, gzip: small.gzip / large.gzip, brotli: small.brotli / large.brotli }
}

const comparisons = names.flatMap((name) => present.map((peer) => comparison(name, peer)))

const line = (entries: readonly (string | number)[]): string => `| ${entries.join(' | ')} |`

function rowOf(name: PictureName, program: Program): string {
  const results = resultsOf(program, name)
  const { gzip, brotli } = compressed(results[0] as Drawn)
  const time = median(results.map(({ milliseconds }) => milliseconds)).toPrecision(3)
  const compared = comparisons.find((each) => each.name === name && each.peer === program)
  const ratios = compared ? [compared.faster.toFixed(0), compared.gzip.toFixed(2), compared.brotli.toFixed(2)] : []
  const [faster = '', smaller = '', smallest = ''] = ratios
  return line([name, program.name, time, faster, gzip, smaller, brotli, smallest])
}

const targets: Readonly<Record<PictureName, number>> = { '16 units × 11 steps': 50, '64 units × 200 steps': 100 }

function verdict(what: string, met: (one: Comparison) => boolean): string {
  const missed = comparisons.filter((one) => !met(one)).map(({ name, peer }) => `${peer.name} at ${name}`)
  if (comparisons.length === 0) return `${what}: not measured`
  return `${what}: ${missed.length === 0 ? 'met' : `not met by ${missed.join(', ')}`}`
}

const versions = [...(all[0]?.values() ?? [])].map(({ version }) => version)
console.log(`${cpus()[0]?.model}, ${cpus().length} cores; Node ${process.versions.node}; ${versions.join('; ')}`)
console.log(`A heatmap as SVG: medians of ${rounds} rounds. Times are a peer's by ours, bytes ours by the peer's.`)
console.log('Ours alone has a legend, a description and metadata; its pictures of large matrices are counted.\n')
console.log(line(['figure', 'program', 'ms', 'ratio', 'gzip', 'ours by it', 'brotli', 'ours by it']))
console.log(line(['---', '---', ...Array.from({ length: 6 }, () => '--:')]))
for (const name of names) for (const program of programs) console.log(rowOf(name, program))
console.log()
for (const name of names) {
  const { gzip, brotli } = compressed(wordless(resultsOf(ours, name)[0] as Drawn))
  console.log(`${name}: ours without description and metadata is ${gzip} bytes with gzip, ${brotli} with brotli`)
}
for (const name of names) {
  const least = targets[name]
  console.log(verdict(`${name}: ${least} × faster than each`, (one) => one.name !== name || one.faster >= least))
}
console.log(verdict('at most half the bytes', ({ gzip, brotli }) => gzip <= 0.5 && brotli <= 0.5))
