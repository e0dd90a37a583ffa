import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import mdx from '@astrojs/mdx'
import type { AstroInlineConfig } from 'astro'
import rnnFigures from 'astro-rnn-figures'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildInto, newFolder } from '../build/site.ts'
import { picturesIn, textOf } from './feed-site.ts'

const site = {
  'src/components/Island.astro': `---
const { word } = Astro.props
---
<p class="island" data-word={word} id="island"><slot /></p>
<style>.island { color: red }</style>
<script>document.body.dataset.ran = 'yes'</script>
`,
  'src/pages/first.mdx': `---
title: First
rnn: { abra: { seq: abracadabra, caption: As declared. }, bare: { seq: aba, formats: [] } }
---
import Island from '../components/Island.astro'

export const late = ['abc']

Before <FigureRef to="abra" />, a [link](../other/#part) and a [part](#below).

<RnnFigure name="abra" />

<RnnFigure name="bare" />

<RnnFigure seq={late[0]} id="late">A *caption*.</RnnFigure>

<Island word={'a > b'}>Inside.</Island>
`,
  'src/pages/card.txt.ts': `import { frontmatter } from './first.mdx'

export const GET = () => new Response(frontmatter.rnnCard)
`,
  'src/pages/feed.html.ts': `import mdx from '@astrojs/mdx/server.js'
import { feedContent } from 'astro-rnn-figures/feed'
import { Content, url } from './first.mdx'

export async function GET({ site }) {
  return new Response(await feedContent(Content, { url: new URL(url + '/', site), renderers: [mdx] }))
}
`,
}

let folder: string

beforeAll(async () => {
  folder = await newFolder('feed-elsewhere')
  for (const [file, text] of Object.entries(site)) {
    await mkdir(dirname(join(folder, 'site', file)), { recursive: true })
    await writeFile(join(folder, 'site', file), text)
  }
})

afterAll(() => rm(folder, { recursive: true }))

/** What a feed gets of the site's article. */
async function contentWith(config: AstroInlineConfig): Promise<string> {
  const integrations = [mdx(), rnnFigures({ card: { site: 'Elsewhere' } })]
  const common = { root: join(folder, 'site'), configFile: false, site: 'https://example.org', integrations } as const
  await buildInto(folder, { ...common, ...config })
  return textOf(join(folder, 'out/feed.html'))
}

test('addresses have the base of the site', async () => {
  const content = await contentWith({ base: '/docs' })
  const article = 'https://example.org/docs/first/'
  expect(picturesIn(content).map(({ src }) => src)).toEqual([
    expect.stringMatching(/^https:\/\/example\.org\/docs\/_astro\/rnn-[\w.-]+\.png$/),
  ])
  expect(content).toContain(`Before <a href="${article}#fig-abra">Figure&nbsp;1</a>`)
  expect(content).toContain('<a href="https://example.org/docs/other/#part">link</a>')
  expect(content).toContain(`<a href="${article}#below">part</a>`)
  expect(content).toContain(`<figcaption><a href="${article}#fig-abra">Figure 1</a> As declared.</figcaption>`)
})

test('files have the prefix of assets, in feeds and on cards', async () => {
  const content = await contentWith({ base: '/docs', build: { assetsPrefix: 'https://cdn.example' } })
  expect(picturesIn(content).map(({ src }) => src)).toEqual([
    expect.stringMatching(/^https:\/\/cdn\.example\/_astro\/rnn-[\w.-]+\.png$/),
  ])
  expect(content).toContain('href="https://example.org/docs/first/#fig-abra"')
  expect(textOf(join(folder, 'out/card.txt'))).toMatch(/^https:\/\/cdn\.example\/_astro\/rnn-card-[\w.-]+\.png$/)
})

test('a figure without a picture is a paragraph with a link to it', async () => {
  const content = await contentWith({})
  expect(content.match(/<figure>/g)).toHaveLength(3)
  expect(content).toMatch(
    /<p>Hidden state of a recurrent network reading “.aba.”\. A recurrent network [^<]* <a href="https:\/\/example\.org\/first\/#fig-bare">See it in the article\.<\/a><\/p>/,
  )
  expect(content).toMatch(/#late">Figure 3<\/a> A <em>caption<\/em>\./)
})

test('scripts, styles and attributes of components stay behind', async () => {
  const content = await contentWith({})
  expect(content).toContain('<p>Inside.</p>')
  expect(content).not.toMatch(/<script|<style|<link|dataset|data-|class=|\sid=/)
  expect(content).not.toContain(folder)
})
