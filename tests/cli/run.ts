import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The built program. */
export const program = resolve(import.meta.dirname, '../../lib/cli/main.js')

/** What `rnn-figures` prints, and its exit status. */
export function run(words: readonly string[], cwd = process.cwd()) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...words], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  return { stdout, stderr, status }
}

/** What a command line prints that a shell reads; `rnn-figures` is the program. */
export function shell(line: string, cwd: string) {
  const command = `rnn-figures() { "${process.execPath}" "${program}" "$@"; }\n${line}`
  const { stdout, stderr, status } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8', maxBuffer: 1e9 })
  return { stdout, stderr, status }
}

/** An empty folder for what a test leaves behind, with these files in it; git ignores it. */
export function folderWith(name: string, files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = resolve(import.meta.dirname, '../artefacts', name)
  rmSync(folder, { recursive: true, force: true })
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  mkdirSync(folder, { recursive: true })
  return folder
}
