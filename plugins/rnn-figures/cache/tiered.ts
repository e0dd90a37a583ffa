import type { Cache } from './cache.ts'

/** A cache at hand before one that others share: what is found there is kept here, too, and nothing there is dropped. */
export function tiered(near: Cache, far: Cache): Cache {
  return {
    async read(key) {
      const here = await near.read(key)
      if (here) return here
      const there = await far.read(key)
      if (there) await near.write(key, there)
      return there
    },
    async write(key, entry) {
      await Promise.all([near.write(key, entry), far.write(key, entry)])
    },
    prune: near.prune,
    async close() {
      await Promise.all([near.close(), far.close()])
    },
  }
}
