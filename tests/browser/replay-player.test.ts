import { expect, test } from 'vitest'
import type { Reader } from './reader.ts'
import { giveFrames, holdFrames } from './replay-frames.ts'
import { filled, sight } from './replay-sight.ts'
import { eventually, inEachBrowser } from './replay-site.ts'

const figures = [
  { id: 'fig-abra', symbols: [...'abracadabra'], units: 8, cells: 0 },
  { id: 'fig-chain', symbols: [...'cabbage'], units: 4, cells: 1 },
]

inEachBrowser((open) => {
  test.each(figures)('the steps of #$id are gone through with keys', async ({ id, symbols, units, cells }) => {
    const reader = await open('/')
    const last = symbols.length
    const expectStep = async (step: number): Promise<void> => {
      const symbol = symbols[step - 1]
      expect(await sight(reader, id)).toMatchObject({
        rows: Array(units).fill(filled(step, last)),
        lit: step > 0 && step < last ? [symbol] : [],
        others: step > 0 && step < last ? cells : 0,
        step,
        place: [`${step}/${last}`, ...(symbol ? [symbol] : [])].join(' '),
        playing: false,
      })
    }
    await expectStep(last)
    await reader.focus(`#${id} [type=range]`)
    await reader.press('Home')
    for (let step = 0; step < last; step++) {
      await expectStep(step)
      await reader.press('ArrowRight')
    }
    await expectStep(last)
    await reader.press('ArrowRight')
    await expectStep(last)
    await reader.press('ArrowLeft')
    await expectStep(last - 1)
    await reader.press('End')
    await expectStep(last)
  })

  test('two figures play at the same time, each step by step from its beginning to its end', async () => {
    const reader = await open('/')
    await reader.evaluate(() => {
      const seen: Record<string, string[]> = {}
      for (const figure of document.querySelectorAll('.rnn-figure')) {
        const place = figure.querySelector('.rnn-place') as Element
        const places: string[] = []
        seen[figure.id] = places
        new MutationObserver(() => places.push(place.textContent.trim())).observe(place, { childList: true })
      }
      Object.assign(globalThis, { seen })
    })
    for (const { id } of figures) {
      await chooseSpeed(reader, id, '2 ×')
      await reader.click(`#${id} .rnn-play`)
    }
    const status = async (id: string) => (await sight(reader, id)).status
    for (const { id } of figures) await eventually(() => status(id)).toBe('Replay ended.')
    const seen = await reader.evaluate(() => (globalThis as unknown as { seen: Record<string, string[]> }).seen)
    for (const { id, symbols } of figures) {
      const last = symbols.length
      expect(seen[id]).toEqual([`0/${last}`, ...symbols.map((symbol, step) => `${step + 1}/${last} ${symbol}`)])
    }
  })

  test('play, pause and play again, and only this figure', async () => {
    const reader = await open('/')
    await holdFrames(reader)
    await reader.click('#fig-abra .rnn-play')
    expect(await sight(reader, 'fig-abra')).toMatchObject({ step: 0, playing: true })
    await giveFrames(reader, 18)
    const { step, playing } = await sight(reader, 'fig-abra')
    expect([step, playing]).toEqual([2, true])
    await reader.click('#fig-abra .rnn-play')
    expect(await giveFrames(reader, 20)).toBe(0)
    expect(await sight(reader, 'fig-abra')).toMatchObject({ step: 2, playing: false, lit: ['b'] })
    expect(await sight(reader, 'fig-chain')).toMatchObject({ step: 7, playing: false })
    await reader.click('#fig-abra .rnn-play')
    expect(await giveFrames(reader, 8)).toBe(1)
    expect((await sight(reader, 'fig-abra')).step).toBe(3)
    await reader.press('ArrowLeft')
    await reader.click('#fig-abra [value="-1"]')
    expect(await giveFrames(reader, 20)).toBe(0)
    expect(await sight(reader, 'fig-abra')).toMatchObject({ playing: false })
  })

  test('the speed is what the reader chooses, also while it plays', async () => {
    const reader = await open('/')
    await holdFrames(reader)
    await reader.click('#fig-abra .rnn-play')
    await giveFrames(reader, 22)
    expect((await sight(reader, 'fig-abra')).step).toBe(3)
    await chooseSpeed(reader, 'fig-abra', '½ ×')
    await giveFrames(reader, 20)
    expect((await sight(reader, 'fig-abra')).step).toBe(4)
    await chooseSpeed(reader, 'fig-abra', '4 ×')
    await giveFrames(reader, 10)
    expect(await sight(reader, 'fig-abra')).toMatchObject({ step: 10, playing: true })
  })

  test('the space bar plays and pauses, but presses a button that has the focus', async () => {
    const reader = await open('/')
    await holdFrames(reader)
    for (const place of ['.rnn-stage', '[type=range]', '.rnn-play']) {
      await reader.focus(`#fig-abra ${place}`)
      const scrolled = await reader.evaluate(() => scrollY)
      await reader.press(' ')
      expect((await sight(reader, 'fig-abra')).playing, place).toBe(true)
      await reader.press(' ')
      expect((await sight(reader, 'fig-abra')).playing, place).toBe(false)
      expect(await reader.evaluate(() => scrollY)).toBe(scrolled)
    }
    await reader.focus('#fig-abra [value="1"]')
    await reader.press(' ')
    expect(await sight(reader, 'fig-abra')).toMatchObject({ step: 1, playing: false })
  })

  test('buttons go one step, and the scrubber goes where it is pressed', async () => {
    const reader = await open('/')
    for (const step of [10, 9]) {
      await reader.click('#fig-abra [value="-1"]')
      expect((await sight(reader, 'fig-abra')).step).toBe(step)
    }
    await reader.click('#fig-abra [value="1"]')
    expect(await sight(reader, 'fig-abra')).toMatchObject({ step: 10, lit: ['r'] })
    await reader.click('#fig-abra [type=range]')
    const { step, rows } = await sight(reader, 'fig-abra')
    expect([5, 6]).toContain(step)
    expect(rows).toEqual(Array(8).fill(filled(step, 11)))
  })
})

/** Chooses by the first letter, as a reader with a keyboard may. */
async function chooseSpeed(reader: Reader, id: string, speed: string): Promise<void> {
  await reader.focus(`#${id} select`)
  const chosen = () => reader.evaluate((figure) => document.querySelector(`#${figure} option:checked`)?.textContent, id)
  for (let presses = 0; presses < 8 && (await chosen()) !== speed; presses++) {
    await reader.press(presses < 4 ? 'ArrowUp' : 'ArrowDown')
  }
  expect(await chosen()).toBe(speed)
}
