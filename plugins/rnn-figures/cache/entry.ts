import type { FigureFile } from '../figure-files.ts'
import { bytesHash } from '../hash.ts'

/** What is kept under a key: a text, and files. */
export interface Entry {
  readonly text: string
  readonly files: readonly FigureFile[]
}

/** The entry as bytes: their hash, a line that says what follows, the text, and the files one after another. */
export function packed({ text, files }: Entry): Uint8Array {
  const body = Buffer.from(text)
  const head = { text: body.length, files: files.map(({ name, bytes }) => ({ name, length: bytes.length })) }
  const rest = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body, ...files.map(({ bytes }) => bytes)])
  return Buffer.concat([Buffer.from(bytesHash(rest)), rest])
}

const hashLength = 64

/** The entry that the bytes hold; nothing where they are not what was once written. */
export function unpacked(bytes: Uint8Array): Entry | undefined {
  const rest = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(hashLength)
  if (bytesHash(rest) !== Buffer.from(bytes.subarray(0, hashLength)).toString('latin1')) return undefined
  const end = rest.indexOf('\n')
  const head = JSON.parse(rest.toString('utf8', 0, end)) as Head
  const text = rest.toString('utf8', end + 1, end + 1 + head.text)
  let at = end + 1 + head.text
  const files = head.files.map(({ name, length }) => {
    at += length
    return { name, bytes: rest.subarray(at - length, at) }
  })
  return { text, files }
}

interface Head {
  readonly text: number
  readonly files: readonly { readonly name: string; readonly length: number }[]
}
