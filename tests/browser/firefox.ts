import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type Browser, launch } from 'puppeteer-core'
import { lacking } from '../tools.ts'

/** What `about:config` shows. */
export type Preferences = Readonly<Record<string, boolean | number | string>>

/** A running Firefox. */
export interface Firefox {
  readonly browser: Browser
  readonly close: () => Promise<void>
}

const names = ['firefox-esr', 'firefox']

const usual: Preferences = {
  // Nothing is looked up, so that it reaches this machine alone, by its number.
  'network.dns.disabled': true,
  // A page is asked for what it names, as in a headless Chromium: no /favicon.ico.
  'browser.chrome.site_icons': false,
  // Pages are loaded again by "back", as Playwright has it; Puppeteer waits forever for one that was kept.
  'browser.sessionhistory.max_total_viewers': 0,
  // A mouse, which a headless Firefox does not have: it is precise (2) and hovers (4).
  'ui.primaryPointerCapabilities': 6,
  'ui.allPointerCapabilities': 6,
  // Scroll bars take no room, as in a headless Chromium.
  'ui.useOverlayScrollbars': 1,
  // It starts a fifth sooner without the extensions that come with it.
  'extensions.enabledScopes': 0,
}

/** Starts the Firefox that `FIREFOX_PATH` names, or else an installed one, with a profile that goes when it closes. */
export async function startFirefox(preferences: Preferences = {}): Promise<Firefox> {
  const executablePath = firefoxPath()
  if (!executablePath) throw new Error('There is no Firefox. Install firefox-esr, or name a program in FIREFOX_PATH.')
  // Root may not start it in the home of somebody else, which containers have.
  const home = await mkdtemp(join(tmpdir(), 'rnn-firefox-'))
  const userDataDir = join(home, 'profile')
  await mkdir(userDataDir)
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    userDataDir,
    env: { ...process.env, HOME: home, MOZ_CRASHREPORTER_DISABLE: '1' },
    extraPrefsFirefox: { ...usual, ...preferences },
  })
  const close = async (): Promise<void> => {
    await browser.close()
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
  return { browser, close }
}

/** For the name of a test that needs Firefox: nothing where there is one. */
export function lackingFirefox(): string {
  return firefoxPath() ? '' : lacking('firefox-esr')
}

function firefoxPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const files = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return process.env.FIREFOX_PATH || files.find((file) => existsSync(file))
}
