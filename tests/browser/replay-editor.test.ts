import { expect, test } from 'vitest'
import type { Reader } from './reader.ts'
import { editionOf } from './replay-editions.ts'
import { giveFrames, holdFrames } from './replay-frames.ts'
import { tableOf } from './replay-points.ts'
import { filled, sight } from './replay-sight.ts'
import { eventually, inEachBrowser } from './replay-site.ts'

const pages: readonly (readonly [path: string, ids: readonly string[]])[] = [
  ['/', ['fig-abra', 'fig-chain']],
  ['/kinds/', ['words', 'sorted', 'grey', 'long', 'gate']],
]

inEachBrowser((open) => {
  test('what is typed is drawn at once, and another symbol is said not to be one', async () => {
    const reader = await open('/')
    await reader.focus('#fig-abra textarea')
    await reader.press('End')
    await reader.type('d')
    await eventually(async () => (await editionOf(reader, 'fig-abra')).symbols).toBe('a b r a c a d a b r a d')
    await reader.type('x')
    await eventually(async () => (await sight(reader, 'fig-abra')).note).toBe('Not in the alphabet (a b c d r): "x"')
    await reader.type('a')
    await eventually(async () => (await editionOf(reader, 'fig-abra')).symbols).toBe('a b r a c a d a b r a d a')
    expect((await sight(reader, 'fig-abra')).note, 'still to be read').toContain('"x"')
    await reader.press('Home')
    await reader.type('rz')
    await eventually(async () => (await sight(reader, 'fig-abra')).note).toBe('Not in the alphabet (a b c d r): "z"')
    await reader.type('b')
    await expect
      .poll(() => editionOf(reader, 'fig-abra'))
      .toMatchObject({
        field: 'rbabracadabrada',
        symbols: [...'rbabracadabrada'].join(' '),
        line: '<RnnFigure seq="rbabracadabrada" alphabet="abcdr" hidden={8} seed={7}/>',
        steps: '15',
      })
    const table = await tableOf(reader, 'fig-abra')
    expect(table.slice(1).map(([, symbol]) => symbol)).toEqual([...'rbabracadabrada'])
    expect(await editionOf(reader, 'fig-chain')).toMatchObject({ symbols: 'c a b b a g e', steps: '7' })
    expect((await sight(reader, 'fig-abra')).rows).toEqual(Array(8).fill(filled(15, 15)))
  })

  test('what is pasted is filtered, and not drawn beyond what a page can draw', async () => {
    const reader = await open('/')
    await paste(reader, '#fig-abra textarea', 'A cab,\nbad!')
    await eventually(async () => (await editionOf(reader, 'fig-abra')).field).toBe('cabbad')
    await eventually(async () => (await editionOf(reader, 'fig-abra')).symbols).toBe('c a b b a d')
    expect((await sight(reader, 'fig-abra')).note).toBe('Not in the alphabet (a b c d r): "A", " ", ",", "\\n", "!"')
    await paste(reader, '#fig-abra textarea', 'ab'.repeat(500))
    await eventually(async () => (await sight(reader, 'fig-abra')).note).toBe('At most 750 symbols are drawn.')
    expect(await editionOf(reader, 'fig-abra')).toMatchObject({ field: 'ab'.repeat(375), steps: '750' })
  })

  test('with nothing in the field the drawing stays, and that is said', async () => {
    const reader = await open('/')
    const { drawings } = await editionOf(reader, 'fig-chain')
    await reader.focus('#fig-chain textarea')
    await reader.press('Control+a')
    await reader.press('Backspace')
    await eventually(async () => (await sight(reader, 'fig-chain')).note).toBe('There must be a symbol to read.')
    expect((await editionOf(reader, 'fig-chain')).drawings).toEqual(drawings)
    await reader.type('egg')
    await eventually(async () => (await editionOf(reader, 'fig-chain')).symbols).toBe('e g g')
    expect((await sight(reader, 'fig-chain')).note).toBe('')
  })

  test('a text is edited word by word', async () => {
    const reader = await open('/kinds/')
    await reader.focus('#words textarea')
    await reader.press('End')
    await reader.type(' ca')
    await eventually(async () => (await sight(reader, 'words')).note).toBe(
      'Not in the alphabet (cat dog saw the): "ca"',
    )
    expect(await editionOf(reader, 'words')).toMatchObject({
      field: 'the cat saw the dog ca',
      symbols: 'the cat saw the dog',
    })
    await reader.type('t')
    await eventually(async () => (await editionOf(reader, 'words')).symbols).toBe('the cat saw the dog cat')
    expect((await sight(reader, 'words')).note).toBe('')
  })

  test('other weights are those of the next seed, and a line says what they change', async () => {
    const reader = await open('/')
    for (const [id, before] of [
      ['fig-abra', 7],
      ['fig-chain', 1],
    ] as const) {
      const old = await tableOf(reader, id)
      await reader.click(`#${id} [value=reroll]`)
      await eventually(async () => (await editionOf(reader, id)).seed).toBe(`Seed ${before + 1}`)
      const now = await tableOf(reader, id)
      const values = old.slice(1).flatMap((row) => row.slice(2)).length
      const { note } = await sight(reader, id)
      const [, changed, r] = /^Seed \d+ → \d+\. (\d+) of \d+ values changed\. .*: r = (.*) \(/.exec(note) ?? []
      expect(note).toContain(`Seed ${before} → ${before + 1}. ${changed} of ${values} values changed.`)
      expect(Number(changed)).toBe(values)
      expect(Math.abs(Number(r?.replace('−', '-')) - correlation(distances(old), distances(now)))).toBeLessThan(0.01)
      expect((await editionOf(reader, id)).line).toContain(` seed={${before + 1}}/>`)
    }
  })

  test('edited away and back, and with the button for the original, everything is byte for byte as before', async () => {
    for (const [path, ids] of pages) {
      const reader = await open(path)
      for (const id of ids) {
        const original = await editionOf(reader, id)
        const isBack = () => eventually(() => editionOf(reader, id)).toEqual(original)
        const [symbol = ''] = original.symbols.split(' ')
        const more = id === 'words' ? ` ${symbol}` : symbol
        await reader.focus(`#${id} textarea`)
        await reader.press('End')
        await reader.type(more)
        await eventually(async () => (await editionOf(reader, id)).symbols).not.toBe(original.symbols)
        for (const _ of more) await reader.press('Backspace')
        await isBack()
        await reader.type(more)
        const rerolled = await reader.evaluate(
          (figure) => document.querySelector(`#${figure} [value=reroll]`) !== null,
          id,
        )
        if (rerolled) await reader.click(`#${id} [value=reroll]`)
        await eventually(async () => (await editionOf(reader, id)).symbols).not.toBe(original.symbols)
        if (rerolled) await eventually(async () => (await editionOf(reader, id)).seed).not.toBe(original.seed)
        await reader.click(`#${id} [value=original]`)
        await isBack()
      }
    }
  })

  test('an edition is played from its first step to its last', async () => {
    const reader = await open('/')
    await paste(reader, '#fig-chain textarea', 'ace')
    await eventually(async () => (await editionOf(reader, 'fig-chain')).steps).toBe('3')
    await holdFrames(reader)
    await reader.click('#fig-chain .rnn-play')
    expect(await sight(reader, 'fig-chain')).toMatchObject({ rows: Array(4).fill('...'), place: '0/3' })
    await giveFrames(reader, 16)
    expect(await sight(reader, 'fig-chain')).toMatchObject({ rows: Array(4).fill('##.'), place: '2/3 c', lit: ['c'] })
    expect(await giveFrames(reader, 10)).toBe(0)
    expect(await sight(reader, 'fig-chain')).toMatchObject({ rows: Array(4).fill('###'), status: 'Replay ended.' })
  })

  test('an edition made while it plays is whole, and at rest', async () => {
    const reader = await open('/')
    await reader.focus('#fig-abra textarea')
    await reader.type('d')
    await eventually(async () => (await editionOf(reader, 'fig-abra')).steps).toBe('12')
    await holdFrames(reader)
    await reader.click('#fig-abra .rnn-play')
    await giveFrames(reader, 12)
    await reader.click('#fig-abra [value=reroll]')
    await eventually(async () => (await editionOf(reader, 'fig-abra')).seed).toBe('Seed 8')
    expect(await giveFrames(reader, 2)).toBe(0)
    expect(await sight(reader, 'fig-abra')).toMatchObject({
      step: 12,
      playing: false,
      rows: Array(8).fill(filled(12, 12)),
    })
  })

  test('the line is copied', async () => {
    const reader = await open('/')
    await reader.click('#fig-abra [value=reroll]')
    await eventually(async () => (await editionOf(reader, 'fig-abra')).seed).toBe('Seed 8')
    await reader.click('#fig-abra [value=copy]')
    await eventually(async () => (await sight(reader, 'fig-abra')).note).toBe('It is in the clipboard.')
    const line = '<RnnFigure seq="abracadabra" alphabet="abcdr" hidden={8} seed={8}/>'
    expect(await reader.evaluate(() => getSelection()?.toString())).toBe(line)
    await reader.evaluate(() => document.body.insertAdjacentHTML('afterbegin', '<textarea id="elsewhere"></textarea>'))
    await reader.focus('#elsewhere')
    await reader.press('Control+v')
    const pasted = () => reader.evaluate(() => document.querySelector<HTMLTextAreaElement>('#elsewhere')?.value)
    await eventually(pasted).toBe(line)
  })
})

/** Puts a text in the place of what stands in a field, by way of the clipboard. */
async function paste(reader: Reader, selector: string, text: string): Promise<void> {
  await reader.evaluate((value) => {
    document.body.insertAdjacentHTML('afterbegin', '<textarea id="source"></textarea>')
    ;(document.querySelector('#source') as HTMLTextAreaElement).value = value
  }, text)
  await reader.focus('#source')
  await reader.press('Control+a')
  await reader.press('Control+c')
  await reader.evaluate(() => document.querySelector('#source')?.remove())
  await reader.focus(selector)
  await reader.press('Control+a')
  await reader.press('Control+v')
}

/** The distances of all pairs of a table's steps. */
function distances(table: readonly (readonly string[])[]): readonly number[] {
  const states = table.slice(1).map((row) => row.slice(2).map((value) => Number(value.replace('−', '-'))))
  return states.flatMap((a, step) =>
    states.slice(0, step).map((b) => Math.hypot(...a.map((value, unit) => value - (b[unit] ?? 0)))),
  )
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length
  const covariance = (c: readonly number[], d: readonly number[]): number =>
    mean(c.map((value, index) => value * (d[index] ?? 0))) - mean(c) * mean(d)
  return covariance(a, b) / Math.sqrt(covariance(a, a) * covariance(b, b))
}
