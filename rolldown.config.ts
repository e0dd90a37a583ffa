import { fileURLToPath } from 'node:url'
import { defineConfig, type RolldownOptions } from 'rolldown'

const home = fileURLToPath(new URL('plugins/rnn-figures/', import.meta.url))

/** What a page needs little of, and what it gets instead. */
const lean: Readonly<Record<string, string>> = {
  [`${home}network/product.ts`]: `${home}island/lean/product.ts`,
  [`${home}network/check-shape.ts`]: `${home}island/lean/check-shape.ts`,
  [`${home}figures/input-track.ts`]: `${home}island/lean/input-track.ts`,
}

/** What a page loads, each in one file: the player, and what is first used later. */
const modules = ['replay', 'cells', 'heatmap-editor', 'unrolled-editor']

export default defineConfig(
  modules.map(
    (name): RolldownOptions => ({
      input: `${home}island/${name}.ts`,
      plugins: [
        { name: 'lean', load: (id) => (lean[id] === undefined ? null : `export * from ${JSON.stringify(lean[id])}`) },
      ],
      output: { file: `lib/island/${name}.js`, format: 'es', minify: true },
    }),
  ),
)
