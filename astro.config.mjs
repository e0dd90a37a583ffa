import { createRequire } from 'node:module'
import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import rnnFigures from 'astro-rnn-figures'

const font = createRequire(import.meta.url).resolve('@fontsource/vollkorn/files/vollkorn-latin-400-normal.woff')

export default defineConfig({
  site: 'https://example.com',
  markdown: { syntaxHighlight: false },
  security: { csp: true },
  integrations: [mdx(), rnnFigures({ card: { site: 'Unrolled', font } })],
  vite: { build: { rolldownOptions: { checks: { moduleLevelDirective: false } } } },
})
