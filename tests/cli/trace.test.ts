import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { read, transcript } from '../../plugins/rnn-figures/network/index.ts'
import { fileOfParameters } from '../network/safetensors-file.ts'
import { forwardPass, forwardPasses } from '../reference/forward-passes.ts'
import reference from '../reference/seed-parity.json' with { type: 'json' }
import { run } from './run.ts'

const folder = resolve(import.meta.dirname, '../artefacts/cli')

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
})

/** What `rnn-figures trace` prints for these options. */
function traced(words: readonly string[]) {
  const { stdout, stderr, status } = run(['trace', ...words], folder)
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return JSON.parse(stdout)
}

describe('seeded networks', () => {
  test.each(reference.cases)('$cell, H=$hidden, $layers layers, bidirectional $bidirectional', (expected) => {
    const [cell = '', nonlinearity] = expected.cell.split('_')
    const found = traced([
      ...['--seq', expected.seq, '--cell', cell, '--hidden', String(expected.hidden)],
      ...['--layers', String(expected.layers), '--seed', String(expected.seed), '--alphabet', expected.alphabet],
      ...(expected.bidirectional ? ['--bidirectional'] : []),
      ...(nonlinearity ? ['--nonlinearity', nonlinearity] : []),
    ])
    const weights = Object.values(found.parameters as Record<string, { data: number[] }>).flatMap(({ data }) => data)
    const bytes = new Uint8Array(Float32Array.from(weights).buffer)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(expected.parametersSha256)
    expect(largestDifference(found.output, expected.output)).toBeLessThan(1e-12)
    expect(found.symbols.join('')).toBe(expected.seq)
    expect(found.alphabet.join('')).toBe(expected.alphabet)
  })
})

describe('weight files, real-valued inputs and initial states', () => {
  test.each(forwardPasses)('%s', (name) => {
    const { network, written, states, output, vectors, nonlinearity } = forwardPass(name)
    const [weights, values, initial] = [`${name}.safetensors`, `${name}.csv`, `${name}.json`]
    writeFileSync(join(folder, weights), fileOfParameters(network.parameters))
    writeFileSync(join(folder, values), written.x.map(([x]: [number[]]) => x.join(',')).join('\n'))
    writeFileSync(join(folder, initial), JSON.stringify(states))
    const found = traced([
      ...['--weights', weights, '--values', values, '--initial', initial],
      ...(nonlinearity ? ['--nonlinearity', nonlinearity] : []),
    ])
    expect(found.layers).toHaveLength(written.num_layers)
    expect('backward' in found.layers[0]).toBe(written.bidirectional)
    expect(largestDifference(found.output, output)).toBeLessThan(1e-12)
    for (const [vector, expected] of Object.entries(vectors)) {
      expect(largestDifference(found.layers[0].forward[vector], expected), vector).toBeLessThan(1e-12)
    }
  })
})

test('prints what the programming interface gives, to the last digit', () => {
  const words = [
    '--seq',
    'to be or not to be',
    '--words',
    '--cell',
    'lstm',
    '--hidden',
    '3',
    '--seed',
    '5',
    '--no-bias',
  ]
  const reading = read({ seq: 'to be or not to be', words: true, cell: 'lstm', hidden: 3, seed: 5, bias: false })
  const found = traced(words)
  expect(found).toEqual(JSON.parse(JSON.stringify(transcript(reading))))
  expect(found.symbols).toEqual(['to', 'be', 'or', 'not', 'to', 'be'])
  expect(found.alphabet).toEqual(['be', 'not', 'or', 'to'])
  expect(Object.keys(found.parameters)).toEqual(['weight_ih_l0', 'weight_hh_l0'])
  expect(Object.keys(found.layers[0].forward)).toEqual(['i', 'f', 'g', 'o', 'c', 'h'])
})

test('says all in its help, and nothing on standard error', () => {
  const { stdout, status } = run(['trace', '--help'])
  expect(status).toBe(0)
  for (const flag of 'seq words values alphabet cell nonlinearity hidden layers bidirectional seed weights'.split(
    ' ',
  )) {
    expect(stdout).toContain(`--${flag}`)
  }
  expect(run(['--help']).stdout).toContain('trace   prints everything')
  expect(run(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  expect(run(['trace', '-h']).stdout).toBe(stdout)
})

const mistakes: readonly (readonly [words: string, message: string])[] = [
  ['', 'A command is missing. Known: trace, draw, export. rnn-figures --help says more.'],
  [
    'trase',
    'There is no command "trase". Did you mean "trace"? Known: trace, draw, export. rnn-figures --help says more.',
  ],
  ['trace', 'There is nothing to read: give --seq or --values.'],
  ['trace --seq', '--seq needs a text.'],
  ['trace --seq ab cd', 'There is no place for "cd". A text with blanks stands in quotes: --seq "to be or not".'],
  ['trace --seq ab --seq cd', '--seq is given twice.'],
  ['trace --seq ab --words=yes', '--words takes no value.'],
  [
    'trace --seq ab --hidden many',
    '--hidden must be a whole number from 1 to 1,024 (a figure needs a visible row for each unit), not "many".',
  ],
  ['trace --seq ab --cell lsmt', '--cell must be one of rnn, lstm, gru, not "lsmt".'],
  [
    'trace --seq abz --alphabet ab',
    '--seq has the symbol "z" at position 3, which is not in the alphabet. The alphabet is "a", "b".',
  ],
  ['trace --seq ab --cell gru --nonlinearity relu', '--nonlinearity is for cell "rnn"; a GRU network has its own.'],
  ['trace --seq ab --weights nowhere.safetensors', '--weights names "nowhere.safetensors", but there is no such file.'],
  ['trace --values .', '--values names ".", which is not a file.'],
  ['trace --seq ab --initial {h', '--initial is not JSON'],
  ['trace --seq ab --initial {"c":1}', '--initial names the state "c"; a recurrent network begins with h.'],
  [
    'trace --seq ab --initial {"h":"x"}',
    '--initial must be a set of states such as { h: 0.5 }, each a number, a list, or a list of lists of numbers, not "x".',
  ],
  ['trace --values /dev/zero', '--values names "/dev/zero", which is not a file.'],
  ['trace --seq `x`y --alphabet `xz', '--seq has the symbol "y" at position 4, which is not in the alphabet.'],
  ['trace --values nowhere.csv --words', '--values names "nowhere.csv", but there is no such file.'],
  ['trace --seq ab --prefix x', '--prefix chooses from the file that --weights names, but there is none.'],
]

test.each(mistakes)('rnn-figures %s: exits with 2 and one sentence', (words, message) => {
  const { stdout, stderr, status } = run(words === '' ? [] : words.split(' '), folder)
  expect(stderr.startsWith(`rnn-figures: ${message}`), stderr).toBe(true)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stdout).toBe('')
  expect(status).toBe(2)
})

test('an unknown option names the nearest', () => {
  const { stderr } = run(['trace', '--sequ', 'ab'])
  expect(stderr).toMatch(/^rnn-figures: There is no option --sequ\. Did you mean "--seq"\? Known: --seq, --words, /)
})

test('a reader that stops early is no error', async () => {
  const { spawnSync } = await import('node:child_process')
  const program = resolve(import.meta.dirname, '../../lib/cli/main.js')
  const command = `"${process.execPath}" "${program}" trace --seq ${'ab'.repeat(2000)} --hidden 64 | head -c 10`
  const { stdout, stderr } = spawnSync('bash', ['-c', `set -o pipefail; ${command}`], { encoding: 'utf8' })
  expect(stdout).toBe('{"symbols"')
  expect(stderr).toBe('')
})

function largestDifference(found: readonly (readonly number[])[], expected: readonly (number | readonly number[])[]) {
  const [left, right] = [found.flat(), expected.flat()]
  expect(left).toHaveLength(right.length)
  return right.reduce((most, value, index) => Math.max(most, Math.abs(value - (left[index] ?? Number.NaN))), 0)
}
