import { expect, test } from 'vitest'
import { editionOf } from './replay-editions.ts'
import { giveFrames, holdFrames } from './replay-frames.ts'
import { pointOf } from './replay-points.ts'
import { filled, sight } from './replay-sight.ts'
import { eventually, inEachBrowser } from './replay-site.ts'

const letters = 'abracadabra'.repeat(910).slice(0, 10_000)

inEachBrowser(
  (open) => {
    test('for a reader who wants no motion, each press shows one more step, and nothing runs', async () => {
      const reader = await open('/', { reducedMotion: 'reduce' })
      await holdFrames(reader)
      for (const step of [1, 2, 3]) {
        await reader.click('#fig-chain .rnn-play')
        expect(await giveFrames(reader, 20)).toBe(0)
        expect(await sight(reader, 'fig-chain')).toMatchObject({ step, playing: false, status: 'Replay started.' })
      }
    })

    test('the status speaks at the start and at the end, and at no step between', async () => {
      const reader = await open('/')
      await reader.evaluate(() => {
        const said: string[] = []
        const status = document.querySelector('#fig-chain [role=status]') as Element
        new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true, subtree: true })
        Object.assign(globalThis, { said })
      })
      await holdFrames(reader)
      await reader.click('#fig-chain .rnn-play')
      expect(await giveFrames(reader, 60)).toBe(0)
      const said = await reader.evaluate(() => (globalThis as unknown as { said: readonly string[] }).said)
      expect(said).toEqual(['Replay started.', 'Replay ended.'])
    })

    test('the focus can be seen, and what is pressed is large enough', async () => {
      const reader = await open('/')
      const count = await reader.evaluate(() => {
        const controls = document.querySelectorAll(
          '#fig-abra rnn-replay :is(button, input, select, textarea, .rnn-stage)',
        )
        controls.forEach((control, index) => {
          control.id = `control-${index}`
        })
        return controls.length
      })
      expect(count).toBe(10)
      await reader.focus('#control-0')
      for (let index = 0; index < count; index++) {
        const seen = await reader.evaluate(() => {
          const focused = document.activeElement as HTMLElement
          const { outlineStyle, outlineWidth } = getComputedStyle(focused)
          const { width, height } = focused.getBoundingClientRect()
          return {
            id: focused.id,
            outline: outlineStyle === 'solid' && outlineWidth,
            large: width >= 24 && height >= 24,
          }
        })
        expect(seen).toEqual({ id: `control-${index}`, outline: '2px', large: true })
        await reader.press('Tab')
      }
    })

    test('the controls say what the page’s author and the site say', async () => {
      const reader = await open('/german/')
      const labels = await reader.evaluate(() =>
        [...document.querySelectorAll('#german rnn-replay :is(button, input, select, textarea, .rnn-stage)')].map(
          (control) =>
            control.ariaLabel ?? (control.closest('label') ?? control).textContent.trim().replace(/\s+/g, ' '),
        ),
      )
      expect(labels).toEqual([
        'Werte',
        'Zurück',
        expect.stringContaining('Abspielen'),
        'Weiter',
        'Schritt',
        'Tempo',
        expect.stringContaining('Folge'),
        '↻ Gewichte',
        'Als MDX kopieren',
        'Anfang',
      ])
      const name = await reader.evaluate(() => document.querySelector('#german .rnn-player')?.ariaLabel)
      expect(name).toContain('Abspielen')
      await reader.click('#german [value=reroll]')
      await eventually(async () => (await sight(reader, 'german')).note).toMatch(/^Von 0 zu 1: 8 von 8 Werten, r = /)
      expect((await editionOf(reader, 'german')).seed).toBe('Startwert 1')
      await reader.click('#german [value=copy]')
      await eventually(async () => (await sight(reader, 'german')).note).toBe('It is in the clipboard.')
      await reader.focus('#german textarea')
      await reader.type('x')
      await eventually(async () => (await sight(reader, 'german')).note).toBe('Nicht im Alphabet: "x"')
      await holdFrames(reader)
      await reader.click('#german .rnn-play')
      expect((await sight(reader, 'german')).status).toBe('Es läuft.')
      await giveFrames(reader, 50)
      expect((await sight(reader, 'german')).status).toBe('Es ist zu Ende.')
    })

    test('a figure that is taken out while it plays leaves nothing behind', async () => {
      const reader = await open('/')
      await holdFrames(reader)
      await reader.click('#fig-abra .rnn-play')
      expect(await giveFrames(reader, 10)).toBe(1)
      await reader.evaluate(() => {
        const figure = document.querySelector('#fig-abra') as Element
        Object.assign(globalThis, { figure })
        figure.remove()
      })
      expect(await giveFrames(reader, 10)).toBe(0)
      const left = () => {
        const { figure } = globalThis as unknown as { figure: Element }
        const range = figure.querySelector<HTMLInputElement>('[type=range]')
        return [range?.value, figure.querySelector('.rnn-lit')?.getAttribute('d')]
      }
      const before = await reader.evaluate(left)
      await reader.click('a[href="#fig-abra:t=7"]')
      await eventually(() => reader.evaluate(() => location.hash)).toBe('#fig-abra:t=7')
      await reader.click('#fig-chain [value="-1"]')
      expect((await sight(reader, 'fig-chain')).step).toBe(6)
      expect(await reader.evaluate(left)).toEqual(before)
      expect(await giveFrames(reader, 2)).toBe(0)
    })

    test('a figure that is moved still works, and nothing is there twice', async () => {
      const reader = await open('/')
      const count = () => document.querySelectorAll('*').length
      const before = await reader.evaluate(count)
      await holdFrames(reader)
      await reader.click('#fig-abra [value="-1"]')
      for (const place of ['afterbegin', 'beforeend'] as const) {
        await reader.evaluate((where) => {
          const figure = document.querySelector('#fig-abra') as Element
          document.querySelector('main')?.insertAdjacentElement(where, figure)
        }, place)
        expect((await sight(reader, 'fig-abra')).step, 'the step that it showed').toBe(place === 'afterbegin' ? 10 : 2)
        await reader.focus('#fig-abra [type=range]')
        await reader.press('Home')
        await reader.click('#fig-abra [value="1"]')
        expect(await sight(reader, 'fig-abra')).toMatchObject({ step: 1, rows: Array(8).fill(filled(1, 11)) })
        await reader.click('#fig-abra .rnn-play')
        expect(await giveFrames(reader, 8)).toBe(1)
        expect((await sight(reader, 'fig-abra')).step).toBe(2)
      }
      expect(await reader.evaluate(count)).toBe(before)
      const twice = await reader.evaluate(() => {
        const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id)
        return ids.filter((id, index) => ids.indexOf(id) !== index)
      })
      expect(twice).toEqual([])
    })

    test('figures of one page are played, pointed at and edited on their own', async () => {
      const reader = await open('/')
      const others = await editionOf(reader, 'fig-chain')
      await reader.click('#fig-abra [value=reroll]')
      await eventually(async () => (await editionOf(reader, 'fig-abra')).seed).toBe('Seed 8')
      const { x, y } = await pointOf(reader, 'fig-abra', 2, 2)
      await reader.hover(x, y)
      await eventually(async () => (await sight(reader, 'fig-abra')).cell).not.toBe('')
      await reader.click('#fig-abra [value="-1"]')
      expect(await editionOf(reader, 'fig-chain')).toEqual(others)
      expect(await sight(reader, 'fig-chain')).toMatchObject({ step: 7, cell: '', note: '', status: '' })
    })

    test('a matrix of 10,000 symbols is scrubbed, played and pointed at, without an element for each value', async () => {
      const reader = await open('/large/')
      const nodes = () => document.querySelectorAll('#large .rnn-stage *').length
      expect(await reader.evaluate(nodes)).toBeLessThan(500)
      const isDrawn = async (step: number): Promise<boolean> => {
        const point = await pointOf(reader, 'large', step, 3)
        const hit = ({ x, y }: typeof point) => document.elementFromPoint(x, y)?.localName === 'image'
        return reader.evaluate(hit, point)
      }
      expect([await isDrawn(5), await isDrawn(9990)]).toEqual([true, true])
      await reader.click('#large [type=range]')
      const read = () => reader.evaluate(() => Number(document.querySelector<HTMLInputElement>('#large input')?.value))
      expect(Math.abs((await read()) - 5000)).toBeLessThan(100)
      expect([await isDrawn(4800), await isDrawn(5200)]).toEqual([true, false])
      await holdFrames(reader)
      await reader.click('#large .rnn-play')
      await giveFrames(reader, 21)
      expect(Math.abs((await read()) - 6250)).toBeLessThan(200)
      await reader.focus('#large [type=range]')
      await reader.press('End')
      expect(await isDrawn(9990)).toBe(true)
      const point = await pointOf(reader, 'large', 9990, 3)
      await reader.hover(point.x, point.y)
      const cell = () => reader.evaluate(() => document.querySelector('#large .rnn-cell')?.textContent)
      await eventually(cell).toMatch(/^unit 3, step (99\d\d|10000) \([abcdr]\): −?0\.\d\d\d$/)
      const step = Number(/step (\d+)/.exec((await cell()) ?? '')?.[1])
      expect(await cell()).toContain(`(${letters[step - 1]})`)
    })
  },
  { large: `<RnnFigure id="large" seq="${letters}" hidden={4} replay/>` },
)
