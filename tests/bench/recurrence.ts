import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import type { CellName } from '../../plugins/rnn-figures/network/cells.ts'
import { mersenneTwister } from '../../plugins/rnn-figures/network/mersenne-twister.ts'
import { seededNetwork } from '../../plugins/rnn-figures/network/network.ts'
import { run } from '../../plugins/rnn-figures/network/run.ts'
import type { Answer, Answers, Question, Task } from './peers/answer.ts'

const home = join(import.meta.dirname, 'peers')
const rounds = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 5)
const seconds = 0.25
const python = process.env.PYTHON ?? '/usr/bin/python3'

interface Size {
  readonly hidden: number
  readonly steps: number
  readonly inputs: number
}

const sizes = {
  small: { hidden: 16, steps: 11, inputs: 5 },
  middle: { hidden: 64, steps: 1000, inputs: 27 },
  large: { hidden: 256, steps: 2000, inputs: 27 },
} satisfies Readonly<Record<string, Size>>

type SizeName = keyof typeof sizes

const cells: readonly CellName[] = ['rnn', 'lstm', 'gru']

/** A program that reads the same sequences with the same weights, in a process of its own. */
interface Peer {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  /** What makes it run where it is missing; nothing where it is there. */
  readonly missing?: string | undefined
  /** How far its hidden states may be from ours. */
  readonly tolerance: number
  /** The cells that it computes as PyTorch does. */
  readonly cells: readonly CellName[]
  /** It reads no more than so many steps, where more would take too long. */
  readonly longest: number
}

const ours: Peer = {
  name: 'ours',
  command: [process.execPath, 'ours.ts'],
  tolerance: 0,
  cells,
  longest: Number.POSITIVE_INFINITY,
}

const peers: readonly Peer[] = [
  pytorch('float32', 1e-5),
  pytorch('float64', 1e-12),
  {
    ...ours,
    name: 'onnxruntime',
    command: [process.execPath, 'onnxruntime.ts'],
    missing: missingPackage('onnxruntime-node'),
    tolerance: 1e-5,
  },
  tfjs('cpu', '@tensorflow/tfjs'),
  tfjs('wasm', '@tensorflow/tfjs-backend-wasm'),
]

function pytorch(numbers: 'float32' | 'float64', tolerance: number): Peer {
  const there = spawnSync(python, ['-c', 'import torch']).status === 0
  const missing = there ? undefined : 'apt-get install python3-torch'
  return { ...ours, name: `PyTorch ${numbers}`, command: [python, 'pytorch.py', numbers], missing, tolerance }
}

/** Its GRU resets the old state before the product, PyTorch's after it: other numbers, so it is left out. */
function tfjs(backend: 'cpu' | 'wasm', name: string): Peer {
  const command = [process.execPath, 'tfjs.ts', backend] as const
  const missing = missingPackage(name)
  return { name: `tfjs ${backend}`, command, missing, tolerance: 1e-4, cells: ['rnn', 'lstm'], longest: 100 }
}

function missingPackage(name: string): string | undefined {
  return existsSync(join(home, 'node_modules', name)) ? undefined : 'npm ci --prefix tests/bench/peers'
}

/** What one cell reads at one size, and the hidden states that come out. */
interface Case {
  readonly size: SizeName
  readonly task: Task
  readonly output: Float64Array
}

const cases: readonly Case[] = (Object.keys(sizes) as SizeName[]).flatMap((size) =>
  cells.map((cell, seed) => {
    const { hidden, steps, inputs } = sizes[size]
    const next = mersenneTwister(seed)
    const indices = Array.from({ length: steps }, () => next() % inputs)
    const network = seededNetwork({ cell, inputs, hidden }, seed)
    const { output } = run(network, { rows: steps, columns: inputs, indices: Int32Array.from(indices) })
    return { size, task: { cell, inputs, hidden, seed, indices }, output: output.data }
  }),
)

/** One peer in one round: its version, and nanoseconds a step for every case that it takes. */
interface Measurement {
  readonly version: string
  readonly perStep: ReadonlyMap<Case, number>
}

/** Throws where the peer's hidden states are not ours: then it computes something else, and its time says nothing. */
function measure({ name, command, tolerance, longest, cells }: Peer): Measurement {
  const taken = cases.filter(({ task }) => cells.includes(task.cell))
  const tasks = taken.map(({ task }) => ({ ...task, indices: task.indices.slice(0, longest) }))
  const { version, answers } = asked(command, { tasks, seconds })
  const perStep = taken.map((one, index) => {
    const { nanoseconds, output } = answers[index] as Answer
    const steps = Math.min(one.task.indices.length, longest)
    const distance = farthest(doubles(output), one.output.subarray(0, steps * one.task.hidden))
    if (!(distance <= tolerance)) throw new Error(`${name}: ${title(one)} is off by ${distance}.`)
    return [one, nanoseconds / steps] as const
  })
  return { version, perStep: new Map(perStep) }
}

function asked([program, ...words]: Peer['command'], question: Question): Answers {
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd: home,
    encoding: 'utf8',
    input: JSON.stringify(question),
    maxBuffer: 2 ** 28,
    env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
}

function doubles(encoded: string): Float64Array {
  return new Float64Array(Uint8Array.from(Buffer.from(encoded, 'base64')).buffer)
}

/** The largest difference between two arrays of one length; not a number where the lengths differ. */
function farthest(left: Float64Array, right: Float64Array): number {
  if (left.length !== right.length) return Number.NaN
  return left.reduce((most, entry, index) => Math.max(most, Math.abs(entry - (right[index] as number))), 0)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function title({ size, task }: Case): string {
  return `${task.cell}, H = ${task.hidden}, T = ${sizes[size].steps}`
}

const present = peers.filter(({ missing }) => !missing)
for (const { name, missing } of peers) if (missing) console.log(`${name} is not installed: ${missing}`)

const measured = Array.from({ length: rounds }, () => {
  const own = measure(ours)
  return { own, others: new Map(present.map((peer) => [peer, measure(peer)])) }
})

/** The median over the rounds of a peer's time by ours. */
function ratio(one: Case, peer: Peer): number | undefined {
  if (!present.includes(peer) || !peer.cells.includes(one.task.cell)) return undefined
  return median(
    measured.map(({ own, others }) => (others.get(peer)?.perStep.get(one) ?? 0) / (own.perStep.get(one) ?? 0)),
  )
}

/** What is aimed at: at these sizes, every ratio to these peers is at least `least`. */
interface Target {
  readonly text: string
  readonly peers: RegExp
  readonly sizes: readonly SizeName[]
  readonly least: number
}

const targets: readonly Target[] = [
  {
    text: 'faster per step than PyTorch (1 thread) and tfjs (cpu, wasm) at H = 16, T = 11 and H = 64, T = 1000',
    peers: /PyTorch|tfjs/,
    sizes: ['small', 'middle'],
    least: 1,
  },
  { text: 'faster than onnxruntime at H = 16', peers: /onnxruntime/, sizes: ['small'], least: 1 },
  { text: 'within 2 × of PyTorch at H = 256, T = 2000', peers: /PyTorch/, sizes: ['large'], least: 1 / 2 },
]

function verdict({ text, sizes, least, ...target }: Target): string {
  const wanted = peers.filter(({ name }) => target.peers.test(name))
  const results = cases
    .filter(({ size }) => sizes.includes(size))
    .flatMap((one) => wanted.map((peer) => ({ one, peer, value: ratio(one, peer) })))
    .flatMap(({ value, ...result }) => (value === undefined ? [] : [{ ...result, value }]))
    .toSorted((a, b) => a.value - b.value)
  const [worst] = results
  const absent = wanted.filter((peer) => !present.includes(peer)).map(({ name }) => name)
  if (!worst) return `${text}: not measured`
  const lowest = `lowest ratio ${worst.value.toFixed(2)} (${title(worst.one)}, ${worst.peer.name})`
  const without = absent.length > 0 ? `, without ${absent.join(', ')}` : ''
  return `${text}: ${worst.value >= least ? 'met' : 'not met'}, ${lowest}${without}`
}

const versions = measured.flatMap(({ own, others }) => [own, ...others.values()].map(({ version }) => version))
const [processor] = cpus()
console.log(`${processor?.model}, ${cpus().length} cores; ${[...new Set(versions)].join('; ')}`)
console.log(`Medians of ${rounds} rounds. A ratio is a peer's time a step by ours: over 1 means that ours is faster.`)
console.log('tfjs reads at most 100 steps; its GRU computes something else and is left out.\n')

const line = (entries: readonly string[]): string => `| ${entries.join(' | ')} |`
console.log(line(['cell', 'H', 'T', 'ours, ns a step', ...present.map(({ name }) => name)]))
console.log(line(['---', ...Array.from({ length: 3 + present.length }, () => '--:')]))
for (const one of cases) {
  const own = median(measured.map(({ own }) => own.perStep.get(one) ?? 0))
  const ratios = present.map((peer) => ratio(one, peer)?.toFixed(2) ?? '–')
  console.log(line([one.task.cell, `${one.task.hidden}`, `${sizes[one.size].steps}`, own.toFixed(0), ...ratios]))
}
console.log()
for (const target of targets) console.log(verdict(target))
