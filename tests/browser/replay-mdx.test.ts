import { expect, test } from 'vitest'
import { type Reader, startReaders } from './reader.ts'
import { bareDrawings, editionOf } from './replay-editions.ts'
import { sight } from './replay-sight.ts'
import { eventually, openReplays } from './replay-site.ts'

/** Editions of each kind of figure: what is typed at the end, and how often the weights are drawn anew. */
const editions = [
  { path: '/', id: 'fig-abra', text: 'cad', rolls: 2 },
  { path: '/', id: 'fig-abra', text: '', rolls: 0 },
  { path: '/', id: 'fig-chain', text: 'egg', rolls: 0 },
  { path: '/', id: 'fig-chain', text: '', rolls: 1 },
  { path: '/kinds/', id: 'words', text: ' the cat', rolls: 1 },
  { path: '/kinds/', id: 'sorted', text: 'abba', rolls: 1 },
  { path: '/kinds/', id: 'grey', text: 'c', rolls: 0 },
  { path: '/kinds/', id: 'long', text: ' shore', rolls: 0 },
  { path: '/kinds/', id: 'gate', text: 'cc', rolls: 1 },
  { path: '/hostile/', id: 'odd', text: '{"<', rolls: 1 },
  { path: '/hostile/', id: 'both', text: 'ba', rolls: 1 },
]

const hostile = `
<RnnFigure id="odd" seq={'<b>{"a" & \\\\}'} hidden={3} editable reroll/>

<RnnFigure id="both" kind="unrolled" seq="ab" cell="gru" layers={2} bidirectional bias={false} hidden={3}
  initial={{ h: 0.5 }} palette="vivid" editable reroll/>
`

test('the line of an edition prints the drawings that the reader saw', async () => {
  const readers = startReaders('chromium')
  const site = await openReplays({ hostile })
  const seen: { readonly line: string; readonly drawings: readonly string[] }[] = []
  const reader = await readers.open(site.origin)
  for (const { path, id, text, rolls } of editions) {
    await reader.goto(path)
    const before = await editionOf(reader, id)
    const length = await lengthOf(reader, id)
    await reader.focus(`#${id} textarea`)
    await reader.press('End')
    await reader.type(text)
    for (let roll = 1; roll <= rolls; roll++) {
      await reader.click(`#${id} [value=reroll]`)
      await eventually(async () => (await sight(reader, id)).note).toMatch(
        new RegExp(`^Seed ${roll - 1 + seedOf(before)} `),
      )
    }
    const typed = id === 'words' ? text.trim().split(' ').length : text.length
    await eventually(() => lengthOf(reader, id)).toBe(length + typed)
    seen.push({ line: (await editionOf(reader, id)).line, drawings: await bareDrawings(reader, id) })
  }
  expect(reader.complaints).toEqual([])
  await site.close()

  const pages = seen.map(({ line }) => line.replace(/^<RnnFigure/, '$& id="printed"'))
  const printed = await openReplays(Object.fromEntries(pages.map((line, index) => [`edition-${index}`, line])))
  const other = await readers.open(printed.origin)
  for (const [index, { line, drawings }] of seen.entries()) {
    await other.goto(`/edition-${index}/`)
    expect(await bareDrawings(other, 'printed'), line).toEqual(drawings)
  }
  await printed.close()
  await readers.close()
})

/** How many symbols the figure shows. */
function lengthOf({ evaluate }: Reader, id: string): Promise<number> {
  return evaluate((figure) => Number(document.querySelector<HTMLElement>(`#${figure} .rnn-stage`)?.dataset.length), id)
}

function seedOf({ seed }: { readonly seed: string }): number {
  return Number(seed.replace('Seed ', ''))
}
