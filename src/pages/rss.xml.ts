import rss from '@astrojs/rss'
import type { APIContext } from 'astro'
import { feedItem } from '../article-feed.ts'
import { articles } from '../articles.ts'
import { site } from '../site.ts'

/** Every article in full. */
export async function GET(context: APIContext): Promise<Response> {
  const home = context.site ?? context.url
  const address = new URL(context.url.pathname, home)
  const all = await articles()
  return rss({
    ...site,
    site: home,
    items: await Promise.all(all.map((article) => feedItem(article, home))),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>en</language><atom:link href="${address}" rel="self" type="application/rss+xml" />`,
  })
}
