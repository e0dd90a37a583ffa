import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundledBytes } from '../../plugins/rnn-figures/output/bundled-fonts.ts'

/** A font of Arabic letters, variable as many new ones are; it comes with a package that is installed anyway. */
export const arabic = fileURLToPath(
  new URL('test/fonts/noto/NotoSansArabic-Variable.ttf', import.meta.resolve('harfbuzzjs/package.json')),
)

/** A font of the system with Hebrew and more, if it is there. */
export const dejavu = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'

export const hasDejavu = existsSync(dejavu)

/** A font for web pages. */
export function woff2(): Buffer {
  return readFileSync(
    new URL(
      'files/source-sans-3-latin-400-normal.woff2',
      import.meta.resolve('@fontsource/source-sans-3/package.json'),
    ),
  )
}

/** The same font, compressed in another way. */
export function woff(): Buffer {
  return readFileSync(
    new URL('files/source-sans-3-latin-400-normal.woff', import.meta.resolve('@fontsource/source-sans-3/package.json')),
  )
}

/** A collection that holds one bundled font: its tables lie sixteen bytes further on. */
export function collection(): Buffer {
  const font = Buffer.from(bundledBytes('symbols'))
  const tables = font.readUInt16BE(4)
  for (let table = 0; table < tables; table++) {
    const at = 12 + 16 * table + 8
    font.writeUInt32BE(font.readUInt32BE(at) + 16, at)
  }
  const head = Buffer.from([0x74, 0x74, 0x63, 0x66, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 16])
  return Buffer.concat([head, font])
}
