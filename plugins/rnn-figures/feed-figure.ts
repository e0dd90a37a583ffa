import type { FigureLink, FinishedFigure } from './figure.ts'

/** A figure as feed readers show it: they drop drawings, so a file of it stands for them. */
export interface FeedFigure {
  /** Missing where the figure has no file that is a picture. */
  readonly picture: FigureLink | undefined
  /** The title and the description, as long as texts in the place of pictures may be. */
  readonly alternative: string
  /** Where the figure is in its article; missing where the article's address is not known. */
  readonly address: string | undefined
}

const longest = 2000

/** What `Astro.locals` says of the feed that is being made; nothing where a page is. */
export function feedOf(locals: object): { readonly article: string } | undefined {
  const { rnnFigures } = locals as { readonly rnnFigures?: { readonly target?: unknown; readonly url?: unknown } }
  if (rnnFigures?.target !== 'feed') return undefined
  return { article: rnnFigures.url === undefined ? '' : String(rnnFigures.url) }
}

/** The figure with this id for a feed, if it is one that is being made. */
export function feedFigure(
  { title, description, files }: FinishedFigure,
  id: string | undefined,
  locals: object,
): FeedFigure | undefined {
  const feed = feedOf(locals)
  if (!feed) return undefined
  const address = feed.article === '' ? undefined : feed.article + (id === undefined ? '' : `#${id}`)
  const picture = files.find(({ format }) => format === 'png') ?? files.find(({ format }) => format === 'svg')
  return { address, picture, alternative: alternative([`${title}.`, ...description]) }
}

/** As many whole sentences as there is room for. */
function alternative(sentences: readonly string[]): string {
  const ends = sentences.map((_, index) => sentences.slice(0, index + 1).join(' '))
  const whole = ends.findLast(({ length }) => length <= longest)
  return whole ?? `${(sentences[0] ?? '').slice(0, longest - 1).toWellFormed()}…`
}
