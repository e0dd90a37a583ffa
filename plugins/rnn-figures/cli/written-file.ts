import { realpathSync, statSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { textHash } from '../hash.ts'

/** Writes a file, whole or not at all, and the folder that it lies in. What was there before is replaced. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const found = statSync(path, { throwIfNoEntry: false })
  // A pipe or a device must not be replaced by a file.
  if (found && !found.isFile()) return writeFile(path, bytes)
  const place = found ? realpathSync(path) : path
  await mkdir(dirname(place), { recursive: true })
  // Long names leave no room for an ending.
  const beside = join(dirname(place), `.rnn-figures-${process.pid}-${textHash(basename(place)).slice(0, 16)}`)
  try {
    await writeFile(beside, bytes)
    await rename(beside, place)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

/** Why the system refuses, for the end of a sentence. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return (code === undefined ? undefined : reasons[code]) ?? code ?? message
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'that is not permitted',
  EEXIST: 'a file stands where a folder has to be',
  EISDIR: 'a folder has that name',
  ENAMETOOLONG: 'that is longer than a name may be',
  ENOSPC: 'there is no room left',
  ENOTDIR: 'a file stands where a folder has to be',
  EPERM: 'that is not permitted',
  EROFS: 'nothing can be written there',
}
