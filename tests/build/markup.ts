/** Every `<figure>` of a page, as markup in reading order. */
export function figuresIn(html: string): readonly string[] {
  return html.match(/<figure\b[\s\S]*?<\/figure>/g) ?? []
}

/** Every `<svg>`, as markup in reading order. */
export function drawingsIn(html: string): readonly string[] {
  return html.match(/<svg\b[\s\S]*?<\/svg>/g) ?? []
}

/** What stands below a figure, without its number. */
export function captionOf(figure: string): string | undefined {
  return /<figcaption[^>]*>(?:<a [^>]*>[^<]*<\/a>)?([\s\S]*?)<\/figcaption>/.exec(figure)?.[1]?.trim()
}

/** The text of the link that numbers a figure, and where it leads. */
export function numberOf(figure: string): string | undefined {
  return /<a class="rnn-number" href="([^"]*)">([^<]*)<\/a>/.exec(figure)?.slice(1).toReversed().join(' → ')
}

/** The text of every `<FigureRef>` and where it leads. */
export function referencesIn(html: string): readonly string[] {
  const links = html.matchAll(/<a class="rnn-reference" href="([^"]*)">([^<]*)<\/a>/g)
  return Array.from(links, ([, to, text]) => `${text?.replace(/&nbsp;|\u00a0/g, ' ')} → ${to}`)
}
