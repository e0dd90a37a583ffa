import { existsSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflate } from '@sparticuz/chromium'
import type { LaunchOptions } from 'playwright-core'
import { newFolder } from '../build/site.ts'

const archives = fileURLToPath(new URL('../bin/', import.meta.resolve('@sparticuz/chromium')))
const unpacked = fileURLToPath(new URL('../artefacts/chromium', import.meta.url))

// Chromium crashes where there is no font at all.
const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(unpacked, 'fonts')}</dir><cachedir>${join(unpacked, 'cache')}</cachedir></fontconfig>
`

/** The browser that npm brings along, with the libraries and the font that a bare machine lacks. */
export async function broughtChromium(): Promise<LaunchOptions> {
  if (!existsSync(unpacked)) await unpack()
  const places = { LD_LIBRARY_PATH: join(unpacked, 'al2023/lib'), FONTCONFIG_FILE: join(unpacked, 'fonts.conf') }
  const inherited = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return { executablePath: join(unpacked, 'chromium'), env: { ...Object.fromEntries(inherited), ...places } }
}

/** Unpacks into a folder of its own and moves that in place at once, because other tests may be doing the same. */
async function unpack(): Promise<void> {
  const folder = await newFolder('unpacked')
  const { TMPDIR } = process.env
  process.env.TMPDIR = folder
  const writing = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((name) => inflate(join(archives, name)))
  if (TMPDIR === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = TMPDIR
  await Promise.all(writing)
  await writeFile(join(folder, 'fonts.conf'), fonts)
  await rename(folder, unpacked).catch(() => rm(folder, { recursive: true }))
}
