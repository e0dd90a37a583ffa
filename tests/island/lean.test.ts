import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const bundle = (name: string): string => readFileSync(new URL(`../../lib/island/${name}.js`, import.meta.url), 'utf8')

/** Words that only what is left out has. */
const left = { product: 'AGFzbQEAAAAB', 'check-shape': 'must be a whole number', 'input-track': '±' }

test.each(['heatmap-editor', 'unrolled-editor'])('%s has nothing of what a page needs little of', (name) => {
  for (const [part, word] of Object.entries(left)) expect(bundle(name).includes(word), part).toBe(false)
  expect(bundle(name)).toContain('<RnnFigure')
})

test('what is left out has those words', () => {
  const source = (path: string): string =>
    readFileSync(new URL(`../../plugins/rnn-figures/${path}.ts`, import.meta.url), 'utf8')
  expect(source('network/simd')).toContain(left.product)
  expect(source('network/check-shape')).toContain(left['check-shape'])
  expect(source('figures/input-track')).toContain(left['input-track'])
})

test('no module that a page loads imports another', () => {
  for (const name of ['replay', 'cells', 'heatmap-editor', 'unrolled-editor']) {
    expect(bundle(name), name).not.toMatch(/\bimport\s*[{"'*\w]|\bfrom["']/)
  }
})
