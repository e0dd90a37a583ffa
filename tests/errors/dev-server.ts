import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** A running `astro dev` with what it printed so far. */
export interface DevServer {
  readonly origin: string
  readonly root: string
  readonly printed: () => string
  readonly stop: () => Promise<void>
}

const bin = resolve(import.meta.dirname, '../../node_modules/astro/bin/astro.mjs')

/** Writes a site and starts its dev server; resolves when the server answers. */
export async function startDevServer(
  name: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<DevServer> {
  const root = resolve(import.meta.dirname, '../artefacts', name)
  rmSync(root, { recursive: true, force: true })
  for (const [file, content] of Object.entries(files)) write(root, file, content)
  const server = spawn(process.execPath, [bin, 'dev', '--root', root, '--host', '127.0.0.1', '--port', '0'], {
    env: environment(),
  })
  let printed = ''
  const origin = await new Promise<string>((done, failed) => {
    const see = (chunk: Buffer) => {
      printed += chunk.toString()
      const [, found] = /(http:\/\/127\.0\.0\.1:\d+)\//.exec(printed) ?? []
      if (found) done(found)
    }
    server.stdout.on('data', see)
    server.stderr.on('data', see)
    server.on('exit', () => failed(new Error(printed)))
  })
  return { origin, root, printed: () => printed, stop: () => stopped(server) }
}

/** As in a terminal: the test runner's own variables would change how Astro serves. */
function environment(): NodeJS.ProcessEnv {
  const { VITEST: _, NODE_ENV: __, MODE: ___, TEST: ____, ...inherited } = process.env
  return { ...inherited, ASTRO_DEV_BACKGROUND: '0', ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', FORCE_COLOR: '0' }
}

/** Writes one file of a site. */
export function write(root: string, file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(resolve(root, file)), { recursive: true })
  writeFileSync(resolve(root, file), content)
}

function stopped(server: ChildProcess): Promise<void> {
  return new Promise((done) => {
    server.removeAllListeners('exit')
    server.on('exit', () => done())
    server.kill()
  })
}
