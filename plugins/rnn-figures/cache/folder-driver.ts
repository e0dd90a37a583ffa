import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Driver } from 'unstorage'

/** What a store keeps, and what a build that was stopped left half written. */
const entry = /^[0-9a-f]{64}(?:\.[0-9a-f-]{36})?$/

/** Entries as files of a folder (absolute). Each is written beside its place and then renamed, so nobody reads half. */
export function folderDriver(folder: string): Driver {
  return {
    name: 'rnn-figures-folder',
    hasItem: async (key) => (await names(folder)).includes(key),
    getItem: (key) => found(join(folder, key)),
    getItemRaw: (key) => found(join(folder, key)),
    async setItemRaw(key, value: Uint8Array) {
      await mkdir(folder, { recursive: true })
      // Builds on several machines may share the folder, and so may processes with one number in several containers.
      const unfinished = join(folder, `${key}.${randomUUID()}`)
      await writeFile(unfinished, value)
      await rename(unfinished, join(folder, key)).catch(unlessPruned)
    },
    removeItem: (key) => rm(join(folder, key), { force: true }),
    getKeys: async () => (await names(folder)).filter((name) => entry.test(name)),
  }
}

/** Another build that ends now takes it for a leftover; the next one writes it again. */
function unlessPruned(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

async function found(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch {
    return null
  }
}

async function names(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch {
    return []
  }
}
