import { type CollectionEntry, getCollection } from 'astro:content'

export type Article = CollectionEntry<'articles'>

/** All articles, newest first. */
export async function articles(): Promise<readonly Article[]> {
  const entries = await getCollection('articles')
  return entries.sort((a, b) => b.data.date.getTime() - a.data.date.getTime())
}

/** Where an article is read. */
export function addressOf(article: Article): string {
  return `/articles/${article.id}/`
}
