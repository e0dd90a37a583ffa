import mdx from '@astrojs/mdx'
import rnnFigures, { type SiteOptions } from 'astro-rnn-figures'
import { vi } from 'vitest'
import { buildInto } from './site.ts'

/** What a build says of its figures: `3 figures: 1 drawn, 2 from the cache`; and all that it wrote. */
export interface Logged {
  readonly line: string | undefined
  readonly output: string
}

/** Builds the site `site` below a folder, with these options of the integration, and hears what is logged. */
export async function logged(folder: string, options: SiteOptions = {}): Promise<Logged> {
  let output = ''
  const hear = (text: unknown): boolean => {
    output += String(text)
    return true
  }
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockImplementation(hear))
  try {
    const integrations = [mdx(), rnnFigures(options)]
    await buildInto(folder, { root: `${folder}/site`, configFile: false, integrations, logLevel: 'info' })
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
  const [line] = /\d+ figures?: \d+ drawn, \d+ from the cache/.exec(output) ?? []
  return { line, output }
}
