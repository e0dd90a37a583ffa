import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import rnnFigures from 'astro-rnn-figures'

export default defineConfig({
  site: 'https://example.com',
  markdown: { syntaxHighlight: false },
  security: { csp: true },
  integrations: [mdx(), rnnFigures()],
  vite: { build: { rolldownOptions: { checks: { moduleLevelDirective: false } } } },
})
