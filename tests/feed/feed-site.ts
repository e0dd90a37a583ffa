import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroInlineConfig } from 'astro'
import { XMLParser } from 'fast-xml-parser'
import { buildInto, copy, newFolder } from '../build/site.ts'

/** A built copy of the blog. */
export interface BuiltBlog {
  readonly folder: string
  readonly out: string
  readonly site: string
  /** The text of a file of the output. */
  readonly text: (path: string) => string
}

const project = fileURLToPath(new URL('../../', import.meta.url))

/** Builds a copy of the blog; what is configured here replaces what its configuration says. */
export async function builtBlog(name: string, config: AstroInlineConfig = {}): Promise<BuiltBlog> {
  const folder = await newFolder(name)
  const site = join(folder, 'site')
  await copy(project, site, ['astro.config.mjs', 'content', 'public', 'src'])
  await buildInto(folder, { root: site, ...config })
  const out = join(folder, 'out')
  return { folder, out, site, text: (path) => readFileSync(join(out, path), 'utf8') }
}

/** An entry of a feed. */
export interface Item {
  readonly title: string
  readonly link: string
  readonly description: string
  readonly pubDate: string
  readonly guid: { readonly '#text': string; readonly '@_isPermaLink': string }
  readonly 'content:encoded': string
}

/** The channel of an RSS feed. */
export interface Channel {
  readonly title: string
  readonly link: string
  readonly description: string
  readonly 'atom:link': Readonly<Record<string, string>>
  readonly item: readonly Item[]
}

/** Reads a feed. */
export function channelOf(xml: string): Channel {
  const parser = new XMLParser({ ignoreAttributes: false, trimValues: false, isArray: (name) => name === 'item' })
  return parser.parse(xml).rss.channel
}

/** The attributes of every picture, as they are read. */
export function picturesIn(html: string): readonly Readonly<Record<string, string>>[] {
  return Array.from(html.matchAll(/<img\b([^>]*)>/g), ([, attributes = '']) =>
    Object.fromEntries(Array.from(attributes.matchAll(/([\w-]+)="([^"]*)"/g), ([, name, value]) => [name, value])),
  )
}

/** The text of a file. */
export function textOf(file: string): string {
  return readFileSync(file, 'utf8')
}
