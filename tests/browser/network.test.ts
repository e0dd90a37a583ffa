import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ReadingOptions, read } from '../../plugins/rnn-figures/network/index.ts'
import { startChromium } from './chromium.ts'
import { type StaticServer, serve } from './static-server.ts'

let browser: Browser
let server: StaticServer

beforeAll(async () => {
  server = await serve(resolve(import.meta.dirname, '../../lib'))
  browser = await startChromium()
})

afterAll(async () => {
  await browser.close()
  await server.close()
})

const options: ReadingOptions = { seq: 'abracadabra', cell: 'lstm', hidden: 9, layers: 2, bidirectional: true, seed: 7 }

/** What runs in the page or the worker: it reads, and gives the bytes of the output. */
const reading = `
const { read } = await import(origin + '/network/index.js')
const { trace } = read(options)
const bytes = [...new Uint8Array(trace.output.data.buffer, trace.output.data.byteOffset, trace.output.data.byteLength)]
`

const here = () => {
  const { data } = read(options).trace.output
  return createHash('sha256')
    .update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
    .digest('hex')
}

test.each(['page', 'worker'])('a %s in the browser computes the same bits as the build', async (where) => {
  const page = await browser.newPage()
  await page.goto(`${server.origin}/network/index.js`)
  const inPage = `(async () => { const [origin, options] = ${JSON.stringify([server.origin, options])}; ${reading}; return bytes })()`
  const worker = `(async () => { const [origin, options] = ${JSON.stringify([server.origin, options])}; ${reading}; postMessage(bytes) })()`
  const inWorker = `new Promise((resolve, reject) => {
    const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(worker)}], { type: 'text/javascript' })), { type: 'module' })
    worker.onmessage = ({ data }) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message))
  })`
  const bytes = (await page.evaluate(where === 'page' ? inPage : inWorker)) as number[]
  expect(createHash('sha256').update(Uint8Array.from(bytes)).digest('hex')).toBe(here())
  await page.close()
})
