import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** True where the machine has this program. */
export function has(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => isProgram(join(folder, name)))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** What the programs that a test needs and the machine lacks are called, for the test's name. */
export function lacking(...names: readonly string[]): string {
  const missing = names.filter((name) => !has(name))
  return missing.length === 0 ? '' : ` (not on this machine: ${missing.join(', ')})`
}

/** Runs a program and gives what it writes. Throws if it fails. */
export function tool(name: string, ...given: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(name, given, { maxBuffer: 1 << 28 }, (error, output, errors) => {
      if (error) reject(new Error(`${name} ${given.join(' ')}: ${errors}`, { cause: error }))
      else resolve(output)
    })
  })
}
