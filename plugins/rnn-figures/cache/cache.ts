import { createStorage, type Driver } from 'unstorage'
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

/** How long a store may take to answer, in milliseconds. */
const patience = 5000

/** A cache in a store. Where the store fails, `failed` hears why, once, and from then on everything is made anew. */
export function cache(driver: Driver, failed: (why: string) => void): Cache {
  const storage = createStorage({ driver })
  const used = new Set<string>()
  const state = { usable: true, begun: false }
  const attempt = async <Result>(action: () => Promise<Result>): Promise<Result | undefined> => {
    if (!state.usable) return undefined
    try {
      if (!state.begun) silence(driver)
      state.begun = true
      return await inTime(action())
    } catch (error) {
      if (state.usable) failed(error instanceof Error ? error.message : String(error))
      state.usable = false
      return undefined
    }
  }
  return {
    async read(key) {
      used.add(key)
      const bytes = await attempt(() => storage.getItemRaw<Uint8Array>(key))
      return bytes ? intact(key, bytes) : undefined
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
function silence(driver: Driver): void {
  const client = driver.getInstance?.() as { on?: (event: 'error', hear: () => void) => void } | undefined
  client?.on?.('error', () => {})
}

function intact(key: string, bytes: unknown): Entry | undefined {
  try {
    return bytes instanceof Uint8Array ? unpacked(key, bytes) : undefined
  } catch {
    return undefined
  }
}

/** The result, or an error if it does not come in time. */
async function inTime<Result>(result: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`it did not answer within ${patience / 1000} seconds`)), patience)
  try {
    return await Promise.race([result, promise])
  } finally {
    clearTimeout(timer)
  }
}
