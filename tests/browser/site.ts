import { readdir, rm } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroInlineConfig } from 'astro'
import type { Browser } from 'playwright-core'
import { buildInto, copy, newFolder } from '../build/site.ts'
import { startChromium } from './chromium.ts'
import { serve } from './static-server.ts'

/** A built site that is being served, and a browser to read it with. */
export interface OpenSite {
  readonly browser: Browser
  readonly origin: string
  /** The address of every page, such as `/articles/recurrent-networks/`. */
  readonly paths: readonly string[]
  readonly close: () => Promise<void>
}

const project = fileURLToPath(new URL('../../', import.meta.url))

/** The blog of this repository. */
export function openBlog(): Promise<OpenSite> {
  return openSite(project, ['astro.config.mjs', 'content', 'public', 'src'], {})
}

/** Builds a copy of a site, or of parts of a folder, and opens it in a real browser. */
export async function openSite(from: string, parts: readonly string[], config: AstroInlineConfig): Promise<OpenSite> {
  const folder = await newFolder('site')
  await copy(from, join(folder, 'site'), parts)
  await buildInto(folder, { root: join(folder, 'site'), ...config })
  const out = join(folder, 'out')
  const server = await serve(out)
  const browser = await startChromium()
  const close = async (): Promise<void> => {
    await browser.close()
    await server.close()
    await rm(folder, { recursive: true })
  }
  return { browser, origin: server.origin, paths: await pathsIn(out), close }
}

async function pathsIn(out: string): Promise<readonly string[]> {
  const names = await readdir(out, { recursive: true })
  const pages = names.filter((name) => name.endsWith('.html')).map((name) => `/${name.split(sep).join('/')}`)
  return pages.map((name) => name.replace(/index\.html$/, '')).sort()
}
