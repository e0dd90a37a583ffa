import { fileURLToPath } from 'node:url'
import { unified } from '@astrojs/markdown-remark'
import { satteri } from '@astrojs/markdown-satteri'
import type * as estree from 'estree'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'
import { articleIn } from '../../plugins/rnn-figures/mdx/article.ts'

const processors = { satteri, unified }
const srcDir = new URL('.', import.meta.url)
const file = { path: fileURLToPath(new URL('article.mdx', srcDir)), shown: 'article.mdx' }

/** What the integration sees in an article that a real processor has compiled. */
async function article(processor: keyof typeof processors, body: string, frontmatter: Record<string, unknown> = {}) {
  const renderer = await processors[processor]().createMdxRenderer?.(
    { syntaxHighlight: false },
    { srcDir, optimize: false },
  )
  const compiled = await renderer?.process(body, file.path, frontmatter)
  const program = parseSync(file.path, compiled?.code ?? '', { lang: 'js' }).program as unknown as estree.Program
  return articleIn({ program, source: () => body, file, provided: true, numbered: true })
}

describe.each(Object.keys(processors) as (keyof typeof processors)[])('%s', (processor) => {
  const seqs = async (body: string, frontmatter?: Record<string, unknown>) =>
    (await article(processor, body, frontmatter)).figures.map(({ spec }) => spec?.seq)
  const placements = async (body: string, frontmatter?: Record<string, unknown>) =>
    (await article(processor, body, frontmatter)).figures.map(({ placement }) => placement)

  test('values that the code alone tells are known', async () => {
    expect(
      await seqs(
        `export const word = 'abra'\n\n<RnnFigure seq={word} />\n\n<RnnFigure seq={\`\${word}ca\`} hidden={-(-3)} />\n\n<RnnFigure {...frontmatter.rnn.a} />\n\n<RnnFigure seq={['x', word]} {...{ seed: 2 }} />`,
        { rnn: { a: { seq: 'declared' } } },
      ),
    ).toEqual(['abra', 'abraca', 'declared', ['x', 'abra']])
  })

  test.each([
    [
      'a list that is changed',
      "export const words = ['a']\n\nexport const more = words.push('b')\n\n<RnnFigure seq={words} />",
    ],
    [
      'a set that is changed through a function',
      "export const set = { seq: 'a' }\n\nexport const other = Object.assign(set, { seq: 'b' })\n\n<RnnFigure {...set} />",
    ],
    [
      'a property that looks like a prop of the page',
      "export const entry = { class: String('b') }\n\n<RnnFigure seq={entry.class} />",
    ],
    [
      'a name that a function binds again',
      "export const word = 'a'\n\n{['b'].map((word) => <RnnFigure seq={word} />)}",
    ],
    [
      'the frontmatter of another article',
      '{[{ frontmatter: { title: "b" } }].map(({ frontmatter }) => <RnnFigure seq={frontmatter.title} />)}',
    ],
    [
      'props behind an unknown spread',
      'export const more = () => ({ seq: \'b\' })\n\n<RnnFigure seq="a" {...more()} />',
    ],
    ['a variable', "export let word = 'a'\n\n<RnnFigure seq={word} />"],
  ])('%s is left to the page', async (_, body) => {
    expect(await seqs(body, { title: 'outer' })).toEqual([undefined])
  })

  test('unknown props take neither name nor id from a figure', async () => {
    const body = `export const size = () => 3\n\n<RnnFigure name="abra" hidden={size()} />\n\n<RnnFigure seq="a" hidden={size()} id="mine" />\n\n<RnnFigure name="other" hidden={size()} />\n\n<FigureRef to="abra" /> <FigureRef to="mine" />`
    const { figures, targets } = await article(processor, body, {
      rnn: { abra: { seq: 'abra' }, other: { seq: 'x', id: 'own' } },
    })
    expect(figures.map(({ placement }) => placement.id)).toEqual(['fig-abra', 'mine', 'own'])
    expect(targets.abra).toEqual({ number: 1, id: 'fig-abra' })
    expect(targets.mine).toEqual({ number: 2, id: 'mine' })
  })

  test('figures are numbered in reading order, once each', async () => {
    const body = `export const Wrap = () => <RnnFigure seq="w" />\n\nexport const fig = <RnnFigure seq="f" />\n\n<RnnFigure seq="a" />\n\n<Each of={(s) => <RnnFigure seq="e" />} />\n\n- <RnnFigure seq="b" />\n\n{['x'].map((s) => <RnnFigure seq="m" />)}\n\n<div><RnnFigure seq="c">See <FigureRef to="fig-1" /></RnnFigure></div>`
    const { figures } = await article(processor, body)
    expect(figures.map(({ spec, placement }) => [spec?.seq, placement.number])).toEqual([
      ['w', undefined],
      ['f', undefined],
      ['a', 1],
      ['e', undefined],
      ['b', 2],
      ['m', undefined],
      ['c', 3],
    ])
  })

  test('a figure that another article finished has no number', async () => {
    expect(
      await placements(
        'export const title = () => "x"\n\n<RnnFigure figure={title()} caption={title()} data-x={title()} />\n\n<RnnFigure seq="a" />',
      ),
    ).toEqual([{ number: 1, id: 'fig-1' }])
  })

  test('ids keep clear of headings, of each other and of what authors wrote', async () => {
    const body =
      '## Fig 1\n\n<RnnFigure seq="a" />\n\n<RnnFigure name="x" />\n\n<RnnFigure name="x" kind="unrolled" />\n\n<RnnFigure seq="b" id="fig-4" />\n\n<RnnFigure seq="c" />'
    expect((await placements(body, { rnn: { x: { seq: 'x', order: 'similarity' } } })).map(({ id }) => id)).toEqual([
      'fig-1-2',
      'fig-x',
      'fig-x-2',
      'fig-4',
      'fig-5',
    ])
  })

  test('a component of the same name from elsewhere is not touched', async () => {
    expect(await seqs("import { RnnFigure } from './mine'\n\n<RnnFigure whatever />")).toEqual([])
    expect(await seqs('import * as all from \'astro-rnn-figures/components\'\n\n<all.RnnFigure seq="a" />')).toEqual([
      'a',
    ])
  })
})
