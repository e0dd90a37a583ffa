import { bytesHash } from '../../plugins/rnn-figures/hash.ts'
import { examples } from '../figures/examples.ts'
import { written } from './written.ts'

/** Hashes of the files of some figures, one a line; run as a program it prints them. */
export async function hashes(): Promise<string> {
  const lines: string[] = []
  for (const name of ['heatmap-strange-symbols', 'heatmap-dates', 'unrolled-lstm']) {
    const files = await written({ ...(examples[name] ?? { seq: '' }), formats: ['svg', 'png', 'pdf'], venue: 'slide' })
    for (const format of files.formats) lines.push(`${name}.${format} ${bytesHash(files.bytes(format))}`)
  }
  return `${lines.join('\n')}\n`
}

if (import.meta.main) process.stdout.write(await hashes())
