import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const program = resolve(import.meta.dirname, '../../lib/cli/main.js')

/** What `rnn-figures` prints, and its exit status. */
export function run(words: readonly string[], cwd = process.cwd()) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...words], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  return { stdout, stderr, status }
}
