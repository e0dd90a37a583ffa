import { setTimeout } from 'node:timers/promises'
import { createStorage, type Driver, type Storage } from 'unstorage'
import { type Entry, packed, unpacked } from './entry.ts'

/** Entries from earlier builds, under names that are hashes of all that decides them. */
export interface Cache {
  /** Nothing where there is no entry, or a damaged one. */
  readonly read: (key: string) => Promise<Entry | undefined>
  readonly write: (key: string, entry: Entry) => Promise<void>
  /** Drops the entries that were neither read nor written. */
  readonly prune: () => Promise<void>
  /** Lets go of a connection. */
  readonly close: () => Promise<void>
}

/** How long a store may take to answer, in slices of milliseconds: while this process is busy, one slice passes. */
const [slices, slice] = [50, 100]

/** A cache in a store. Where the store fails, `failed` hears why, once, and from then on everything is made anew. */
export function cache(driver: Driver, failed: (why: string) => void): Cache {
  const storage = createStorage({ driver })
  const used = new Set<string>()
  const state = { usable: true, begun: false }
  const complaints: string[] = []
  const attempt = async <Result>(action: () => Promise<Result>): Promise<Result | undefined> => {
    if (!state.usable) return undefined
    try {
      if (!state.begun) listen(driver, (message) => complaints.push(message))
      state.begun = true
      return await inTime(action())
    } catch (error) {
      const [heard] = complaints
      const message = error instanceof Error ? error.message : String(error)
      if (state.usable) failed(heard === undefined || heard === message ? message : `${message} (${heard})`)
      state.usable = false
      return undefined
    }
  }
  return {
    async read(key) {
      used.add(key)
      const bytes = await attempt(() => found(storage, key))
      return intact(key, bytes)
    },
    async write(key, entry) {
      used.add(key)
      await attempt(() => storage.setItemRaw(key, packed(key, entry)))
    },
    async prune() {
      const keys = (await attempt(() => storage.getKeys())) ?? []
      for (const key of keys) if (!used.has(key)) await attempt(() => storage.removeItem(key))
    },
    close: async () => {
      // Some drivers would only now connect.
      if (state.begun) await inTime(storage.dispose()).catch(() => {})
    },
  }
}

/** A client that nobody listens to prints each of its failures. */
function listen(driver: Driver, hear: (message: string) => void): void {
  const client = driver.getInstance?.() as { on?: (event: 'error', hear: (error: Error) => void) => void } | undefined
  client?.on?.('error', ({ message, code }: NodeJS.ErrnoException) => hear(message || String(code)))
}

/** What is stored. Some drivers fail where there is nothing. */
async function found(storage: Storage, key: string): Promise<unknown> {
  try {
    return await storage.getItemRaw(key)
  } catch (error) {
    if (await storage.hasItem(key)) throw error
    return undefined
  }
}

function intact(key: string, stored: unknown): Entry | undefined {
  const bytes = stored instanceof ArrayBuffer ? new Uint8Array(stored) : stored
  try {
    return bytes instanceof Uint8Array ? unpacked(key, bytes) : undefined
  } catch {
    return undefined
  }
}

/** The result, or an error if it does not come in time. */
async function inTime<Result>(result: Promise<Result>): Promise<Result> {
  const settled = new AbortController()
  try {
    return await Promise.race([result, outOfTime(settled.signal)])
  } finally {
    settled.abort()
  }
}

async function outOfTime(settled: AbortSignal): Promise<never> {
  for (let passed = 0; passed < slices && !settled.aborted; passed++) {
    await setTimeout(slice, undefined, { signal: settled }).catch(() => {})
  }
  throw new Error(`it did not answer within ${(slices * slice) / 1000} seconds`)
}
