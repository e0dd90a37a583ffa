import { appearanceFlags } from './appearance-flags.ts'
import type { Command } from './command.ts'
import { fileFormats } from './file-formats.ts'

/** Writes the figures of articles. */
export const exportFigures: Command = {
  summary: 'writes the figures of articles',
  takes: '<article.mdx> …',
  flags: {
    out: { takes: 'a folder', help: 'where the files go; default: figures' },
    formats: {
      takes: 'names',
      help: `${fileFormats.join(', ')}, parted by commas; default: those of the article, or svg,png`,
    },
    ...appearanceFlags,
    quiet: { help: 'says nothing but errors' },
  },
  notes: `Writes what the frontmatter declares and every tag whose options the code alone tells; drawings that are the same are
written once. Nothing in the articles is run. Files are named <article>-<figure>.<format>, after the figure's name, id or
number on the page, and replace those of that name. Where several articles have one name, such as index.mdx, their
folders stand before it. What a site's configuration sets for all figures is not read: repeat it here.

The path of every file goes to standard output; warnings, errors and a summary go to standard error, and on a terminal
there is a bar instead of the paths. What fails does not keep the rest from being written. Exit status: 0, or 1 where
something failed, or 2 for a mistake on the command line.`,
  // What draws takes time to load, and other commands have no use for it.
  async *run(values, operands) {
    yield* (await import('./exported.ts')).exported(values, operands)
  },
}
