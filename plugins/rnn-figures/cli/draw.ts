import { figureSpecs } from '../spec.ts'
import { appearanceFlags } from './appearance-flags.ts'
import type { Command } from './command.ts'
import { fileFormats } from './file-formats.ts'
import { readingFlags } from './reading-flags.ts'

/** Writes one figure. */
export const draw: Command = {
  summary: 'writes one figure',
  flags: {
    out: { takes: 'paths', help: `files to write, parted by commas: ${fileFormats.join(', ')}; default: SVG, printed` },
    kind: { takes: 'a name', help: `${Object.keys(figureSpecs).join(' or ')}; default: heatmap` },
    ...readingFlags,
    vector: { takes: 'a name', help: 'what a heatmap draws: h, or a gate or state of the cell; default: h' },
    layer: { takes: 'a number', help: 'the layer that a heatmap draws, counted from 1; default: the last' },
    direction: { takes: 'a name', help: 'forward or backward, for a heatmap; default: both' },
    order: { takes: 'a name', help: 'rows of a heatmap by index or by similarity; default: index' },
    alt: { takes: 'a text', help: 'a title of your own in the text alternative' },
    ...appearanceFlags,
  },
  notes: `The ending of a file says what it is: a picture (svg, png, pdf) or the numbers shown (csv, json).
Without --venue, the picture is that of a page on a desk; with one it is as wide as the venue's column, in print colours.`,
  // What draws takes time to load, and other commands have no use for it.
  async *run(values) {
    yield* (await import('./drawn.ts')).drawn(values)
  },
}
