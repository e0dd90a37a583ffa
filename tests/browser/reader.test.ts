import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browsers, type Reader, type ReaderOptions, type Readers, startReaders } from './reader.ts'
import { type StaticServer, serve } from './static-server.ts'

const start = `<!doctype html><html lang="en"><title>Start</title>
<style>
  #place { position: absolute; left: 200px; top: 100px; width: 50px; height: 50px }
  #place:hover { color: rgb(1, 2, 3) }
  #far { margin-top: 3000px }
</style>
<p id="place">Place</p>
<input id="field">
<button id="count">0</button>
<a id="away" href="/away/">Away</a>
<details><summary>More</summary>than that</details>
<noscript><p>No script</p></noscript>
<button id="far">Far</button>
<script>
  var heard = []
  const hear = ({ type, key, isTrusted }) => heard.push(isTrusted ? [type, key].join(' ').trim() : 'forged')
  for (const type of ['focus', 'keydown', 'keyup']) field.addEventListener(type, hear)
  far.addEventListener('click', hear)
  count.onclick = () => count.textContent++
  setTimeout(() => document.body.insertAdjacentHTML('beforeend', '<button id="late" onclick="heard.push(id)">Late'), 200)
</script>`

const broken = `<!doctype html><html lang="en"><title>Broken</title>
<meta http-equiv="Content-Security-Policy" content="style-src 'self'">
<style>p { color: red }</style>
<button id="throws" onclick="throw new RangeError('too far')">Throws</button>
<button id="asks" onclick="confirm('Really?')">Asks</button>
<script>
  console.log('that is fine')
  console.warn('that is odd')
  console.error('that is wrong')
  fetch('/none.json')
  Promise.reject(new Error('nobody cares'))
</script>
<script>null.nothing</script>
<img alt="" src="http://127.0.0.1:2/unreachable.png">`

const pages = { '': start, away: '<!doctype html><html lang="en"><title>Away</title><h2 id="there">There</h2>', broken }

let folder: string
let server: StaticServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rnn-reader-'))
  for (const [name, content] of Object.entries(pages)) {
    await mkdir(join(folder, name), { recursive: true })
    await writeFile(join(folder, name, 'index.html'), content)
  }
  server = await serve(folder)
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

for (const [name, missing] of browsers) {
  describe.skipIf(missing !== '')(`in ${name}${missing}`, () => {
    let readers: Readers

    beforeAll(() => {
      readers = startReaders(name)
    })

    afterAll(() => readers.close())

    async function at(path: string, options?: ReaderOptions): Promise<Reader> {
      const reader = await readers.open(server.origin, options)
      await reader.goto(path)
      return reader
    }

    test('a reader clicks, types, presses and hovers, and the page believes it', async () => {
      const reader = await at('/')
      await reader.click('#count')
      await reader.click('#count')
      expect(await reader.evaluate(() => document.querySelector('#count')?.textContent)).toBe('2')
      await reader.click('#late')
      await reader.focus('#field')
      await reader.type('Zü b')
      for (const key of ['Home', 'ArrowRight', ' ', 'Shift+End', 'Delete']) await reader.press(key)
      expect(await reader.evaluate(() => document.querySelector('input')?.value)).toBe('Z ')
      await reader.click('#far')
      const heard = await reader.evaluate(() => (globalThis as unknown as { heard: readonly string[] }).heard)
      const wanted = ['focus', 'keydown Z', 'keydown ArrowRight', 'keydown Delete', 'keydown Shift', 'click']
      expect(heard).toEqual(expect.arrayContaining(['late', ...wanted]))
      expect(heard.join()).not.toContain('forged')
      expect(reader.complaints).toEqual([])
      await reader.close()
    })

    test('the mouse hovers where it is sent', async () => {
      const reader = await at('/')
      const color = () => getComputedStyle(document.querySelector('#place') as Element).color
      expect(await reader.evaluate(color)).toBe('rgb(0, 0, 0)')
      await reader.hover(225, 125)
      expect(await reader.evaluate(color)).toBe('rgb(1, 2, 3)')
      await reader.reload()
      await reader.hover(225, 125)
      expect(await reader.evaluate(color)).toBe('rgb(1, 2, 3)')
      await reader.hover(400, 125)
      expect(await reader.evaluate(color)).toBe('rgb(0, 0, 0)')
      expect(await reader.evaluate(() => matchMedia('(hover: hover) and (pointer: fine)').matches)).toBe(true)
      await reader.close()
    })

    test('evaluate takes and gives JSON, awaits, and throws what is thrown', async () => {
      const reader = await at('/')
      expect(await reader.evaluate(() => navigator.userAgent)).toMatch(name === 'firefox' ? /Firefox/ : /Chrome/)
      const json = { deep: [{ list: [1, 'two', null, [true]] }], nothing: null }
      expect(await reader.evaluate((given) => given, json)).toEqual(json)
      expect(await reader.evaluate(async (number) => (await Promise.resolve(number)) + 1, 2)).toBe(3)
      await expect(
        reader.evaluate(() => document.querySelector('none')?.id.length ?? Promise.reject(Error('no'))),
      ).rejects.toThrow('no')
      await reader.close()
    })

    test('back and forward go through pages, fragments and states', async () => {
      const reader = await at('/')
      const where = () => location.pathname + location.search + location.hash
      await reader.click('#away')
      await expect.poll(() => reader.evaluate(where)).toBe('/away/')
      await reader.goto('/away/#there')
      await reader.evaluate(() => history.pushState(1, '', '?state'))
      const steps = ['/away/#there', '/away/', '/']
      for (const step of steps) {
        await reader.back()
        expect(await reader.evaluate(where)).toBe(step)
      }
      await expect(reader.back()).rejects.toThrow('There is no page before this one.')
      for (const step of [...steps.slice(0, -1).reverse(), '/away/?state']) {
        await reader.forward()
        expect(await reader.evaluate(where)).toBe(step)
      }
      await reader.reload()
      expect(await reader.evaluate(where)).toBe('/away/?state')
      expect(reader.complaints).toEqual([])
      await reader.close()
    })

    test('what goes wrong is complained about', async () => {
      const reader = await at('/broken/')
      await reader.click('#throws')
      await reader.click('#asks')
      const expected = [
        'warning: that is odd',
        'error: that is wrong',
        `404: ${server.origin}/none.json`,
        'failed: http://127.0.0.1:2/unreachable.png',
        'dialog: Really?',
        'error: Error: nobody cares',
        'error: RangeError: too far',
      ]
      await expect.poll(() => reader.complaints).toEqual(expect.arrayContaining(expected))
      expect(reader.complaints).toContainEqual(expect.stringMatching(/^error: .*Content.Security.Policy/))
      expect(reader.complaints).toContainEqual(expect.stringMatching(/^error: TypeError: .*null/))
      expect(reader.complaints.join()).not.toContain('that is fine')
      await reader.close()
    })

    test('what a reader asks for is what the page is told', async () => {
      const told = () => [
        innerWidth,
        innerHeight,
        devicePixelRatio,
        matchMedia('(prefers-reduced-motion: reduce)').matches,
        matchMedia('(prefers-color-scheme: dark)').matches,
        document.querySelector('noscript p') !== null,
      ]
      const all = await Promise.all([
        at('/'),
        at('/', { viewport: { width: 360, height: 640 }, reducedMotion: 'reduce' }),
        at('/', { javaScriptEnabled: false }),
      ])
      const answers = await Promise.all(all.map((reader) => reader.evaluate(told)))
      expect(answers).toEqual([
        [1280, 720, 1, false, false, false],
        [360, 640, 1, true, false, false],
        [1280, 720, 1, false, false, true],
      ])
      await Promise.all(all.map((reader) => reader.close()))
    })

    test('without JavaScript, links and fields still work', async () => {
      const reader = await at('/', { javaScriptEnabled: false })
      expect(await reader.evaluate(() => document.querySelector('noscript p')?.textContent)).toBe('No script')
      await reader.click('#count')
      expect(await reader.evaluate(() => document.querySelector('#count')?.textContent)).toBe('0')
      await reader.click('summary')
      expect(await reader.evaluate(() => document.querySelector('details')?.open)).toBe(true)
      await reader.focus('#field')
      await reader.type('abc')
      expect(await reader.evaluate(() => document.querySelector('input')?.value)).toBe('abc')
      await reader.click('#away')
      await expect.poll(() => reader.evaluate(() => document.title)).toBe('Away')
      await reader.back()
      expect(await reader.evaluate(() => document.title)).toBe('Start')
      await reader.close()
    })

    test('two readers read at the same time and share nothing', async () => {
      const one = await at('/')
      await one.evaluate(() => localStorage.setItem('mine', '1'))
      const two = await at('/')
      expect(await two.evaluate(() => localStorage.getItem('mine'))).toBeNull()
      const frame = () =>
        new Promise<string>((resolve) => requestAnimationFrame(() => resolve(document.visibilityState)))
      for (const reader of [one, two, one]) {
        await reader.focus('#field')
        await reader.type('x')
        expect(await reader.evaluate(frame)).toBe('visible')
        expect(await reader.evaluate(() => document.hasFocus())).toBe(true)
      }
      expect(await one.evaluate(() => document.querySelector('input')?.value)).toBe('xx')
      await one.close()
      await two.close()
    })

    test('a picture shows the whole page', async () => {
      const reader = await at('/')
      const path = join(folder, `${name}.png`) as `${string}.png`
      await reader.screenshot(path)
      const content = await readFile(path)
      expect(content.readUInt32BE(16)).toBe(1280)
      expect(content.readUInt32BE(20)).toBeGreaterThan(3000)
      await reader.close()
    })
  })
}
