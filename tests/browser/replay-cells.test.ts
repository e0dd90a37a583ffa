import { expect, test } from 'vitest'
import type { Reader } from './reader.ts'
import { type Datum, dataOf, drawnAt, pointOf, spoken, tableOf } from './replay-points.ts'
import { sight } from './replay-sight.ts'
import { eventually, inEachBrowser } from './replay-site.ts'

/** For a figure, some of its values: step and row from 1, and the column of the data that this row must be. */
type Place = readonly [step: number, row: number, column: number]

const inOrder: readonly Place[] = [
  [1, 1, 1],
  [3, 2, 2],
  [4, 3, 3],
]

inEachBrowser((open) => {
  test('pointing at a value says it, with its unit, step and symbol, as the data has it', async () => {
    const reader = await open('/kinds/')
    for (const id of ['words', 'both', 'both-chain', 'long', 'gate']) await expectSaid(reader, id, inOrder)
    for (const id of ['both', 'both-chain']) {
      await expectSaid(reader, id, [
        [1, 4, 4],
        [4, 6, 6],
      ])
    }
    expect((await dataOf(reader, 'both'))[0]?.[3]?.unit).not.toBe('unit 1')
    const chain = await open('/')
    await expectSaid(chain, 'fig-chain', inOrder)
    await expectSaid(chain, 'fig-abra', [...inOrder, [11, 8, 8]])
  })

  test('where rows are sorted, the value belongs to the unit that is written before its row', async () => {
    const reader = await open('/kinds/')
    const units = await reader.evaluate(() => {
      const texts = [...document.querySelectorAll<SVGTextElement>('#sorted .rnn-wide text')]
      const numbers = texts.filter((text) => /^\d$/.test(text.textContent)).map((text) => text.getBoundingClientRect())
      const left = Math.min(...numbers.map(({ right }) => right))
      return texts
        .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
        .filter(({ text, box }) => /^\d$/.test(text) && Math.abs(box.right - left) < 2)
        .sort((a, b) => a.box.y - b.box.y)
        .map(({ text }) => Number(text))
    })
    expect(units.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(units).not.toEqual(units.toSorted())
    await expectSaid(
      reader,
      'sorted',
      units.map((unit, row): Place => [2 + (row % 3), row + 1, unit]),
    )
  })

  test('values of a figure that wraps on a phone are said in every row of it', async () => {
    const reader = await open('/kinds/', { viewport: { width: 360, height: 740 } })
    await expectSaid(reader, 'long', [
      [1, 1, 1],
      [30, 2, 2],
      [59, 4, 4],
    ])
  })

  test('arrow keys walk the values and stop at the edges', async () => {
    const reader = await open('/')
    const data = await dataOf(reader, 'fig-abra')
    const expectAt = async (step: number, unit: number): Promise<void> => {
      const datum = data[step - 1]?.[unit - 1] as Datum
      await eventually(async () => (await sight(reader, 'fig-abra')).cell).toBe(spoken(datum))
      const point = await pointOf(reader, 'fig-abra', step, unit)
      expect(await drawnAt(reader, point)).toEqual({ level: Math.round(datum.value * 20) || 0, cursor: true })
    }
    await reader.focus('#fig-abra .rnn-stage')
    await expectAt(11, 1)
    const walk: readonly (readonly [keys: string, step: number, unit: number])[] = [
      ['ArrowRight ArrowUp', 11, 1],
      ['ArrowLeft ArrowLeft', 9, 1],
      ['ArrowDown ArrowDown ArrowUp ArrowDown', 9, 3],
      ['Home', 1, 3],
      ['ArrowLeft', 1, 3],
      ['ArrowDown ArrowDown ArrowDown ArrowDown ArrowDown ArrowDown', 1, 8],
      ['End', 11, 8],
    ]
    for (const [keys, step, unit] of walk) {
      for (const key of keys.split(' ')) await reader.press(key)
      await expectAt(step, unit)
    }
    expect(await sight(reader, 'fig-abra')).toMatchObject({ step: 11, playing: false })
    expect((await sight(reader, 'fig-chain')).cell).toBe('')
  })

  test('between the values there is nothing to say', async () => {
    const reader = await open('/')
    const { x, y } = await pointOf(reader, 'fig-abra', 2, 1)
    await reader.hover(x, y)
    await eventually(async () => (await sight(reader, 'fig-abra')).cell).toMatch(/^unit 1, step 2 /)
    await reader.hover(x, y - 30)
    await reader.hover(x - 110, y)
    expect((await sight(reader, 'fig-abra')).cell).toMatch(/^unit 1, step 2 /)
  })

  test('after an edition, what is said is in the new table', async () => {
    const reader = await open('/')
    await reader.click('#fig-abra [value=reroll]')
    await eventually(async () => (await sight(reader, 'fig-abra')).note).toContain('Seed 7 → 8')
    const [head = [], ...rows] = await tableOf(reader, 'fig-abra')
    const { x, y } = await pointOf(reader, 'fig-abra', 3, 5)
    await reader.hover(x, y)
    const said = `${head[6]}, step 3 (${rows[2]?.[1]}): ${rows[2]?.[6]}`
    await eventually(async () => (await sight(reader, 'fig-abra')).cell).toBe(said)
  })
})

async function expectSaid(reader: Reader, id: string, places: readonly Place[]): Promise<void> {
  const data = await dataOf(reader, id)
  for (const [step, row, column] of places) {
    const datum = data[step - 1]?.[column - 1] as Datum
    const point = await pointOf(reader, id, step, row)
    await reader.hover(point.x, point.y)
    await eventually(async () => (await sight(reader, id)).cell).toBe(spoken(datum))
    const { level, cursor } = await drawnAt(reader, await pointOf(reader, id, step, row))
    expect([Math.abs(level - datum.value * 20) <= 0.51, cursor], `${id}: ${spoken(datum)}`).toEqual([true, true])
  }
}
