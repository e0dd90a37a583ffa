import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import rnnFigures from 'astro-rnn-figures'

export default defineConfig({ integrations: [mdx(), rnnFigures()] })
