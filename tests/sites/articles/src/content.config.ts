import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'

const articles = defineCollection({
  loader: glob({ base: './content', pattern: '*.mdx' }),
  schema: z.object({ title: z.string() }),
})

export const collections = { articles }
