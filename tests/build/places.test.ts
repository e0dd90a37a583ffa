import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import mdx from '@astrojs/mdx'
import rnnFigures from 'astro-rnn-figures'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newFolder, type Pages, pagesOf } from './site.ts'

const files = {
  'src/components/Frame.astro': `---
import { RnnFigure } from 'astro-rnn-figures/components'
---
<div class="frame"><RnnFigure {...Astro.props}><slot /></RnnFigure></div>
`,
  'src/pages/framed.mdx': `---
rnn: { abra: { seq: abracadabra, caption: As declared. } }
---
import Frame from '../components/Frame.astro'

export const components = { RnnFigure: Frame }

<RnnFigure name="abra" />

<RnnFigure seq="aba">*Second.*</RnnFigure>

See <FigureRef to="abra" />, or <FigureRef to="fig-2">the other</FigureRef>.
`,
  'src/pages/page.astro': `---
import { FigureRef, RnnFigure } from 'astro-rnn-figures/components'
import Frame from '../components/Frame.astro'
---
<RnnFigure seq="aba" id="first" />
<Frame seq="abc" />
<p><FigureRef to="first" /></p>
`,
}

let folder: string
let pages: Pages

beforeAll(async () => {
  folder = await newFolder('places')
  for (const [file, text] of Object.entries(files)) {
    await mkdir(join(folder, 'real', file, '..'), { recursive: true })
    await writeFile(join(folder, 'real', file), text)
  }
  // Vite names modules by their real paths; the site is opened through another name.
  await symlink(join(folder, 'real'), join(folder, 'linked'))
  pages = await pagesOf({
    root: join(folder, 'linked'),
    base: '/notes',
    configFile: false,
    integrations: [mdx(), rnnFigures()],
  })
})

afterAll(() => rm(folder, { recursive: true }))

/** Id and number of every figure of a page. */
function placed(name: string): readonly (readonly string[])[] {
  const figures = (pages.get(name) ?? '').split('<figure ').slice(1)
  return figures.map((figure) => [
    /^[^>]*\bid="([^"]*)"/.exec(figure)?.[1] ?? '',
    /rnn-number"[^>]*>([^<]*)</.exec(figure)?.[1] ?? '',
  ])
}

test('a component that wraps ours keeps number, id and caption', () => {
  const html = pages.get('framed/index.html') ?? ''
  expect(html.match(/class="frame"/g)).toHaveLength(2)
  expect(placed('framed/index.html')).toEqual([
    ['fig-abra', 'Figure 1'],
    ['fig-2', 'Figure 2'],
  ])
  expect(html).toContain('As declared.')
  expect(html).toContain('<em>Second.</em>')
  expect(html).toContain('href="#fig-abra">Figure&nbsp;1</a>')
  expect(html).toContain('href="#fig-2">the other</a>')
})

test('a page numbers its own figures and not those of components', () => {
  expect(placed('page/index.html')).toEqual([
    ['first', 'Figure 1'],
    ['', ''],
  ])
  expect(pages.get('page/index.html')).toContain('href="#first">Figure&nbsp;1</a>')
})
