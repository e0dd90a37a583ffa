import { expect, test } from 'vitest'
import type { Reader } from './reader.ts'
import { editionOf } from './replay-editions.ts'
import { giveFrames, holdFrames } from './replay-frames.ts'
import { filled, sight } from './replay-sight.ts'
import { eventually, inEachBrowser } from './replay-site.ts'

const link = (step: number): string => `a[href="#fig-abra:t=${step}"]`

/** True while the whole drawing of the figure stands in the window. */
function isInView({ evaluate }: Reader): Promise<boolean> {
  return evaluate(() => {
    const { top, bottom } =
      document.querySelector('#fig-abra .rnn-stage')?.getBoundingClientRect() ?? new DOMRect(0, -1)
    // To whole px.
    return top > -1 && bottom < innerHeight + 1
  })
}

async function expectShown(reader: Reader, step: number): Promise<void> {
  await eventually(async () => (await sight(reader, 'fig-abra')).step).toBe(step)
  await eventually(() => isInView(reader)).toBe(true)
  expect((await sight(reader, 'fig-abra')).rows).toEqual(Array(8).fill(filled(step, 11)))
  expect((await sight(reader, 'other')).step).toBe(4)
}

inEachBrowser((open) => {
  test('links of the prose show a step and bring the figure into view, from above and from below', async () => {
    const reader = await open('/prose/')
    expect(await isInView(reader)).toBe(false)
    for (const step of [7, 9, 2]) {
      await reader.click(link(step))
      await expectShown(reader, step)
    }
    expect(await reader.evaluate(() => location.hash)).toBe('#fig-abra:t=2')
  })

  test('the same link works again after the reader has gone elsewhere', async () => {
    const reader = await open('/prose/')
    await reader.click(link(7))
    await expectShown(reader, 7)
    await reader.focus('#fig-abra [type=range]')
    await reader.press('End')
    expect((await sight(reader, 'fig-abra')).step).toBe(11)
    await reader.click(link(7))
    await expectShown(reader, 7)
  })

  test('a page that is opened at a step shows it', async () => {
    const reader = await open('/prose/#fig-abra:t=7')
    await expectShown(reader, 7)
    await reader.reload()
    await expectShown(reader, 7)
  })

  test('back and forward go through the steps', async () => {
    const reader = await open('/prose/')
    for (const step of [2, 7]) {
      await reader.click(link(step))
      await expectShown(reader, step)
    }
    await reader.back()
    await expectShown(reader, 2)
    await reader.forward()
    await expectShown(reader, 7)
  })

  test('a link with a keyboard, and one that stops what plays', async () => {
    const reader = await open('/prose/')
    await holdFrames(reader)
    await reader.click('#fig-abra .rnn-play')
    await giveFrames(reader, 10)
    await reader.focus(link(7))
    await reader.press('Enter')
    await expectShown(reader, 7)
    expect(await giveFrames(reader, 10)).toBe(0)
    expect(await sight(reader, 'fig-abra')).toMatchObject({ step: 7, playing: false })
  })

  test('plain links and steps that there are not leave the figure as it is, or at its end', async () => {
    const reader = await open('/prose/')
    await reader.click(link(2))
    await expectShown(reader, 2)
    for (const hash of ['#here', '#other', '#fig-abra']) {
      await reader.evaluate((target) => location.assign(target), hash)
      await eventually(() => reader.evaluate(() => location.hash)).toBe(hash)
      expect((await sight(reader, 'fig-abra')).step).toBe(2)
    }
    await reader.evaluate(() => location.assign('#fig-abra:t=99'))
    await eventually(async () => (await sight(reader, 'fig-abra')).step).toBe(11)
  })

  test('an edition keeps what a link leads to', async () => {
    const reader = await open('/prose/')
    await reader.click(link(7))
    await reader.focus('#fig-abra textarea')
    await reader.press('End')
    await reader.type('c')
    await eventually(async () => (await editionOf(reader, 'fig-abra')).steps).toBe('12')
    await eventually(async () => (await sight(reader, 'fig-abra')).step).toBe(12)
    await reader.click(link(2))
    await eventually(async () => (await sight(reader, 'fig-abra')).step).toBe(2)
  })

  test('without JavaScript links lead to the whole figure, and nothing is there to be pressed', async () => {
    const reader = await open('/prose/', { javaScriptEnabled: false })
    const drawing = await reader.evaluate(() => document.querySelector('#fig-abra .rnn-stage')?.innerHTML)
    expect(drawing).not.toMatch(/clip|rnn-lit|tabindex/)
    await reader.click(link(7))
    await eventually(() => isInView(reader)).toBe(true)
    const controls = () =>
      [...document.querySelectorAll('rnn-replay :is(button, input, select, textarea, code, span)')].filter((control) =>
        control.checkVisibility({ visibilityProperty: true }),
      ).length
    expect(await reader.evaluate(controls)).toBe(0)
    const gap = () => {
      const [stage, figure] = ['#other .rnn-stage', '#other .rnn-caption'].map((part) =>
        document.querySelector(part)?.getBoundingClientRect(),
      )
      return (figure?.top ?? 0) - (stage?.bottom ?? 0)
    }
    expect(await reader.evaluate(gap)).toBeLessThan(24)
  })
})
