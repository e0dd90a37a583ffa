import { spawn } from 'node:child_process'
import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

/** The folder of the package under test. */
export const project = fileURLToPath(new URL('../../', import.meta.url))

/** How a command ended, and all that it wrote. */
export interface Ended {
  readonly code: number | null
  readonly output: string
}

/** Runs a command in a folder as a user would, with this project's Node and without what Vitest sets. */
export function command(folder: string, name: string, ...given: readonly string[]): Promise<Ended> {
  const { NODE_ENV: _mode, FORCE_COLOR: _color, ...inherited } = process.env
  const path = [`${folder}/node_modules/.bin`, `${project}node_modules/.bin`, inherited.PATH].join(delimiter)
  const env = { ...inherited, PATH: path, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' }
  const child = spawn(name, given, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const collect = (chunk: string): void => {
    output += stripVTControlCharacters(chunk)
  }
  child.stdout.setEncoding('utf8').on('data', collect)
  child.stderr.setEncoding('utf8').on('data', collect)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}
