import { render } from 'astro:content'
import mdx from '@astrojs/mdx/server.js'
import { feedContent } from 'astro-rnn-figures/feed'
import { type Article, addressOf } from './articles.ts'
import { numbered } from './components/feed/equation-numbers.ts'
import FeedAside from './components/feed/FeedAside.astro'
import FeedFormula from './components/feed/FeedFormula.astro'

/** An article as an entry of the feed, with all of its text and figures. */
export async function feedItem(article: Article, site: URL) {
  const { title, description, date } = article.data
  const { Content } = await render(article)
  const url = new URL(addressOf(article), site)
  const components = { Aside: FeedAside, Formula: FeedFormula }
  const content = await feedContent(Content, { url, renderers: [mdx], components })
  return { title, description, pubDate: date, link: url.href, content: numbered(content) }
}
