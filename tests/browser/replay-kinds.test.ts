import { expect, test } from 'vitest'
import { filled, sight } from './replay-sight.ts'
import { inEachBrowser } from './replay-site.ts'

const backward = (drawn: number, steps: number): string => [...filled(drawn, steps)].toReversed().join('')

inEachBrowser((open) => {
  test('backward rows fill from the right, and both symbols that are read light up', async () => {
    const reader = await open('/kinds/')
    await reader.focus('#both [type=range]')
    await reader.press('Home')
    for (const [step, lit] of [[], ['a', 'd'], ['b', 'c'], ['b', 'c'], []].entries()) {
      const seen = await sight(reader, 'both')
      expect(seen.rows).toEqual([...Array(3).fill(filled(step, 4)), ...Array(3).fill(backward(step, 4))])
      expect(seen.lit).toEqual(lit)
      await reader.press('ArrowRight')
    }
  })

  test('in a chain of two layers in two directions, the second fills its own ways when the first has come to both ends', async () => {
    const reader = await open('/kinds/')
    await reader.focus('#both-chain [type=range]')
    await reader.press('Home')
    for (const [step, lit] of [[], ['a', 'd'], ['b', 'c'], ['b', 'c'], ['a', 'd'], [], [], [], []].entries()) {
      const [lower, upper] = [Math.min(step, 4), Math.max(0, step - 4)]
      const seen = await sight(reader, 'both-chain')
      const strips = [backward, filled].flatMap((way) => [...Array(3).fill(way(upper, 4)), way(lower, 4)])
      // Three units of the second layer each way, and the first layer's strips.
      expect(seen.rows.toSorted(), `step ${step}`).toEqual(strips.toSorted())
      expect([seen.lit, seen.others]).toEqual([lit, step % 8 === 0 ? 0 : 2])
      await reader.press('ArrowRight')
    }
  })

  test('figures of all kinds fill from the left', async () => {
    const reader = await open('/kinds/')
    for (const id of ['words', 'sorted', 'grey', 'long', 'gate']) {
      const { rows, step: last } = await sight(reader, id)
      await reader.focus(`#${id} [type=range]`)
      for (const step of [last - 1, last - 2]) {
        await reader.press('ArrowLeft')
        const seen = await sight(reader, id)
        expect(seen.rows).toEqual(rows.map((row) => row.slice(0, step) + '.'.repeat(last - step)))
        expect(seen.lit).toEqual([seen.place.split(' ')[1]])
      }
    }
  })

  test('on a phone a sequence fills row after row, and the page is no wider than the screen', async () => {
    const reader = await open('/kinds/', { viewport: { width: 360, height: 740 } })
    const bands = () => document.querySelectorAll('#long .rnn-narrow [class~="rnn-values"]').length
    expect(await reader.evaluate(bands)).toBeGreaterThan(1)
    await reader.click('#long [type=range]')
    const { step, rows, lit, place } = await sight(reader, 'long')
    expect(step).toBeGreaterThan(20)
    expect(step).toBeLessThan(40)
    expect(rows).toEqual(Array(4).fill(filled(step, 59)))
    expect(lit).toEqual([place.split(' ')[1]])
    expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })
})
