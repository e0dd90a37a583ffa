import { zlibSync } from 'fflate'
import { ramps } from '../scene/ramp.ts'
import type { Raster } from '../scene/scene.ts'
import type { Tint } from './palettes.ts'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** A raster as a PNG with one pixel a value and the tints of all levels. Source: PNG, third edition (2025). */
export function indexedPng(
  { columns, rows, ramp, levels: pixels }: Raster,
  tint: (level: number) => Tint,
): Uint8Array<ArrayBuffer> {
  const { levels } = ramps[ramp]
  const [lowest = 0] = levels
  const tints = levels.map((level) => tint(level))
  const header = new DataView(new ArrayBuffer(13))
  header.setUint32(0, columns)
  header.setUint32(4, rows)
  // 8 bits a pixel, colours from a palette, no interlacing.
  header.setUint32(8, 0x08030000)
  const chunks = [
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('PLTE', Uint8Array.from(tints.flatMap((tint) => tint.slice(0, 3)))),
    chunk(
      'tRNS',
      Uint8Array.from(tints, ([, , , opacity]) => opacity),
    ),
    // More effort takes two to five times longer for a tenth of the bytes at most; a legend's would only grow.
    chunk('IDAT', zlibSync(scanlines(pixels, columns, rows, lowest), { level: rows === 1 ? 0 : 1 })),
    chunk('IEND', new Uint8Array()),
  ]
  return joinedBytes([Uint8Array.from(signature), ...chunks])
}

/** Each row after a 0, which says that its bytes are not filtered. */
function scanlines(pixels: Int8Array, columns: number, rows: number, lowest: number): Uint8Array {
  const bytes = new Uint8Array(rows * (columns + 1))
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      bytes[row * (columns + 1) + column + 1] = (pixels[row * columns + column] ?? 0) - lowest
    }
  }
  return bytes
}

/** Length, name, data and check sum. */
function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(
    Array.from(name, (letter) => letter.charCodeAt(0)),
    4,
  )
  bytes.set(data, 8)
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)))
  return bytes
}

/** CRC-32 (ISO 3309), bit by bit through a table. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (let at = 0; at < bytes.length; at++) sum = (crcs[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}

const crcs = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1
  return sum
})

function joinedBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
