import { render } from 'astro:content'
import type { APIRoute, GetStaticPaths } from 'astro'
import { type Article, articles } from '../../articles.ts'
import { card } from '../../card.ts'

export const getStaticPaths = (async () => {
  return (await articles()).map((article) => ({ params: { slug: article.id }, props: { article } }))
}) satisfies GetStaticPaths

/** The card of an article, with the first figure that it declares. */
export const GET: APIRoute<{ article: Article }> = async ({ props: { article } }) => {
  const { remarkPluginFrontmatter } = await render(article)
  const [lead] = Object.values(remarkPluginFrontmatter.rnnFigures ?? {})
  return new Response(await card(article.data.title, lead as never), { headers: { 'Content-Type': 'image/png' } })
}
