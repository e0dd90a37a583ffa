import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { broughtChromium } from './brought-chromium.ts'

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser']

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the browser that `CHROME_PATH` names, or else an installed one, or else the one that npm brings along. */
export async function startChromium(): Promise<Browser> {
  const installed = process.env.CHROME_PATH || onPath(process.env.PATH ?? '')
  const browser = installed ? { executablePath: installed } : await broughtChromium()
  return chromium.launch({ ...browser, args: quiet })
}

function onPath(path: string): string | undefined {
  const files = path.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  return files.find((file) => existsSync(file))
}
