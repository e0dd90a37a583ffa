import { z } from 'astro/zod'
import type { FigureFile } from '../figure-file.ts'
import { bytesHash } from '../hash.ts'

/** What is kept under a key: a text, and files. */
export interface Entry {
  readonly text: string
  readonly files: readonly FigureFile[]
}

/** The entry as bytes: a hash of all the rest, the key and a line that says what follows, the text, and the files. */
export function packed(key: string, { text, files }: Entry): Uint8Array {
  const body = Buffer.from(text)
  const head = { key, text: body.length, files: files.map(({ name, bytes }) => ({ name, length: bytes.length })) }
  const rest = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body, ...files.map(({ bytes }) => bytes)])
  return Buffer.concat([Buffer.from(bytesHash(rest)), rest])
}

const hashLength = 64

/** The entry of this key that the bytes hold; nothing where they are not what was once written under it. */
export function unpacked(key: string, bytes: Uint8Array): Entry | undefined {
  const rest = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(hashLength)
  if (bytesHash(rest) !== Buffer.from(bytes.subarray(0, hashLength)).toString('latin1')) return undefined
  const end = rest.indexOf('\n')
  const { success, data: head } = headSpec.safeParse(JSON.parse(rest.toString('utf8', 0, end)))
  if (!success || head.key !== key) return undefined
  const lengths = [head.text, ...head.files.map(({ length }) => length)]
  if (end + 1 + lengths.reduce((sum, length) => sum + length, 0) !== rest.length) return undefined
  const text = rest.toString('utf8', end + 1, end + 1 + head.text)
  let at = end + 1 + head.text
  const files = head.files.map(({ name, length }) => {
    at += length
    return { name, bytes: rest.subarray(at - length, at) }
  })
  return { text, files }
}

const length = z.int().nonnegative()

/** Names are part of addresses, so that they must not lead elsewhere. */
const headSpec = z.strictObject({
  key: z.string(),
  text: length,
  files: z.array(z.strictObject({ name: z.string().regex(/^[\w-]+\.\w+$/), length })),
})
