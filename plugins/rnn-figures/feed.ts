import type { SSRLoadedRenderer } from 'astro'
import { experimental_AstroContainer as AstroContainer } from 'astro/container'
import { feedMarkup } from './feed-markup.ts'

/** How the content of an article is rendered for a feed. */
export interface FeedOptions {
  /** Where the article is read, with the site's origin and base. */
  readonly url: string | URL
  /** What the article is made with: the default export of `@astrojs/mdx/server.js`, and of other frameworks in use. */
  readonly renderers: readonly Renderer[]
  /** Components that the article is given, as to `<Content components={…} />`. */
  readonly components?: Readonly<Record<string, unknown>>
}

type Renderer = NonNullable<SSRLoadedRenderer['ssr']> & { readonly name?: string | undefined }
type Content = Parameters<AstroContainer['renderToString']>[0]

/** The content of an article as markup for a feed: figures are pictures with a text, and every address is absolute. */
export async function feedContent(Content: Content, { url, renderers, components }: FeedOptions): Promise<string> {
  const { href, origin } = new URL(url)
  const container = await AstroContainer.create({ astroConfig: { site: origin } })
  for (const renderer of renderers) container.addServerRenderer({ renderer, name: renderer.name ?? 'astro:jsx' })
  const html = await container.renderToString(Content, {
    request: new Request(href),
    locals: { rnnFigures: { target: 'feed', url: href } } as App.Locals,
    props: { components: { ...components } },
  })
  return feedMarkup(html, href)
}
