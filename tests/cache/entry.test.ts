import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Entry, packed, unpacked } from '../../plugins/rnn-figures/cache/entry.ts'
import { bytesHash } from '../../plugins/rnn-figures/hash.ts'

const key = 'a'.repeat(64)

const entries: fc.Arbitrary<Entry> = fc.record({
  text: fc.string({ unit: 'grapheme', maxLength: 200 }),
  files: fc.array(
    fc.record({ name: fc.stringMatching(/^[\w-]+\.[a-z]+$/), bytes: fc.uint8Array({ maxLength: 200 }) }),
    {
      maxLength: 4,
    },
  ),
})

const plain = ({ text, files }: Entry) => ({
  text,
  files: files.map(({ name, bytes }) => ({ name, bytes: [...bytes] })),
})

/** What a reader makes of bytes: an entry, nothing, or an error, which the cache takes as nothing. */
function found(bytes: Uint8Array, under = key): Entry | undefined {
  try {
    return unpacked(under, bytes)
  } catch {
    return undefined
  }
}

/** Bytes with a right hash, whatever they say. */
function hashed(rest: string): Uint8Array {
  return Buffer.concat([Buffer.from(bytesHash(Buffer.from(rest))), Buffer.from(rest)])
}

describe('an entry', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const back = unpacked(key, packed(key, entry))
        expect(back && plain(back)).toEqual(plain(entry))
      }),
    )
  })

  test('comes back from the middle of a larger buffer', () => {
    const bytes = packed(key, { text: 'Σ', files: [{ name: 'a.svg', bytes: Uint8Array.of(1, 2, 3) }] })
    const larger = new Uint8Array(bytes.length + 20)
    larger.set(bytes, 7)
    const back = unpacked(key, larger.subarray(7, 7 + bytes.length))
    expect(back && plain(back)).toEqual({ text: 'Σ', files: [{ name: 'a.svg', bytes: [1, 2, 3] }] })
  })

  test('is lost when one bit is another', () => {
    fc.assert(
      fc.property(entries, fc.nat(), fc.integer({ min: 0, max: 7 }), (entry, place, bit) => {
        const bytes = Uint8Array.from(packed(key, entry))
        const at = place % bytes.length
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
        expect(found(bytes)).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  test('is lost when it is cut off anywhere, or goes on', () => {
    const bytes = packed(key, { text: 'text', files: [{ name: 'a.png', bytes: Uint8Array.of(0, 255) }] })
    for (let length = 0; length < bytes.length; length++) expect(found(bytes.subarray(0, length))).toBeUndefined()
    expect(found(Buffer.concat([bytes, Buffer.from('\n')]))).toBeUndefined()
    expect(found(bytes)).toBeDefined()
  })

  test('is not another’s: under a key that it was not written for there is nothing', () => {
    expect(found(packed(key, { text: 'a', files: [] }), 'b'.repeat(64))).toBeUndefined()
  })

  test.each([
    '',
    'text',
    '\n',
    'null\n',
    '{}\n',
    '[]\n',
    `{"key":"${key}"}\n`,
    `{"key":"${key}","text":1,"files":null}\n`,
    `{"key":"${key}","text":1,"files":[null]}\nx`,
  ])('is nothing where the hash is right and the head is %j', (rest) => {
    expect(found(hashed(rest))).toBeUndefined()
  })

  test.each([
    `{"key":"${key}","text":99,"files":[]}\nx`,
    `{"key":"${key}","text":-5,"files":[]}\nx`,
    `{"key":"${key}","text":"x","files":[]}\nx`,
    `{"key":"${key}","text":1,"files":[{"name":"a","length":99}]}\nxy`,
    `{"key":"${key}","text":1,"files":[{"name":"a","length":-1}]}\nxy`,
    `{"key":"${key}","text":1,"files":[{"name":7,"length":1}]}\nxy`,
    `{"key":"${key}","text":1,"files":[{"name":"../../a","length":1}]}\nxy`,
  ])('is nothing where the hash is right and the lengths are not: %j', (rest) => {
    expect(found(hashed(rest))).toBeUndefined()
  })
})
