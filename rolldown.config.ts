import { fileURLToPath } from 'node:url'
import { defineConfig, type RolldownOptions } from 'rolldown'

const island = fileURLToPath(new URL('plugins/rnn-figures/island/', import.meta.url))

/** What the page needs no more than a word of. */
const lean = ['product', 'check-shape', 'input-track']

/** What a page loads, each in one file: the player, and what is first used later. */
const modules = ['replay', 'cells', 'heatmap-editor', 'unrolled-editor']

export default defineConfig(
  modules.map(
    (name): RolldownOptions => ({
      input: `${island}${name}.ts`,
      resolve: { alias: Object.fromEntries(lean.map((part) => [`./${part}.ts`, `${island}lean/${part}.ts`])) },
      output: { file: `lib/island/${name}.js`, format: 'es', minify: true },
    }),
  ),
)
