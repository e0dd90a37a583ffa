import { type Load, readingOptions } from '../attachments.ts'
import { computedFigure } from '../computed-figure.ts'
import { writtenFigure } from '../figure-files.ts'
import { fileBytes } from '../readable-file.ts'
import { checkedFigure } from './checked-figure.ts'
import { formatOf } from './file-formats.ts'
import { flagged, listed, type Values } from './flags.ts'
import { namedFonts } from './named-fonts.ts'
import { usageError } from './usage-error.ts'
import { reason, writeWhole } from './written-file.ts'
import { writtenOptions } from './written-options.ts'

/** Draws the figure that flags describe: into the files of `--out`, or as SVG in pieces. */
export async function* drawn({ out, fonts, ...values }: Values): AsyncIterable<string> {
  const wanted = [...new Set(listed(out))].map((path) => ({ path, format: formatOf(path) }))
  if (out !== undefined && wanted.length === 0) throw usageError('--out names no file.')
  const spec = checkedFigure(writtenOptions(values))
  const typefaces = namedFonts(listed(fonts))
  const formats = wanted.length === 0 ? (['svg'] as const) : [...new Set(wanted.map(({ format }) => format))]
  const { files, warnings } = await writtenFigure(computedFigure(spec, readingOptions(spec, load)), formats, typefaces)
  for (const warning of warnings) process.stderr.write(`rnn-figures: ${flagged(warning)}\n`)
  if (wanted.length === 0) yield Buffer.from(files[0]?.bytes ?? []).toString()
  for (const { path, format } of wanted) {
    const bytes = files.find((file) => file.format === format)?.bytes
    if (bytes) await write(path, bytes)
  }
}

const load: Load = (path, option) => fileBytes(path, path, option)

async function write(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeWhole(path, bytes)
  } catch (error) {
    throw usageError(`--out names ${JSON.stringify(path)}, which cannot be written: ${reason(error)}.`)
  }
}
