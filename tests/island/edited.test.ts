import { describe, expect, test } from 'vitest'
import { figures } from '../../plugins/rnn-figures/figures/figures.ts'
import type { EditableFigure } from '../../plugins/rnn-figures/island/editable-figure.ts'
import { drawings, edited } from '../../plugins/rnn-figures/island/edited.ts'
import type { About } from '../../plugins/rnn-figures/output/svg.ts'
import type { FigureOptions } from '../../plugins/rnn-figures/spec.ts'
import { computed, finished } from '../figures/drawn.ts'
import { examples } from '../figures/examples.ts'

/** The examples that a page can draw: symbols, weights from a seed, no picture. */
const drawable = Object.entries(examples).filter(
  ([name, { values, weights }]) => !values && !weights && !/picture|hidden-512|strange/.test(name),
)

/** What a page gets of a figure, and what it draws of an edition of it. */
function page(options: FigureOptions) {
  const written = { ...options, editable: true, reroll: true }
  const { replay } = finished(written)
  const figure: EditableFigure = JSON.parse(replay?.editing?.figure ?? '')
  const kind = figures[replay?.editing?.kind ?? 'heatmap'] as (typeof figures)['heatmap']
  const draw = (symbols: readonly string[], seed: number, about: About) =>
    drawings(kind, figure, edited(figure, { symbols, seed }), about)
  return { figure, draw }
}

/** The build's drawings. */
function built(options: FigureOptions) {
  const written = { ...options, editable: true, reroll: true }
  return { drawings: finished(written).drawings, about: computed(written).about }
}

test('most examples can be drawn in a page', () => {
  expect(drawable.length).toBeGreaterThan(30)
})

describe.each(drawable)('a page draws %s', (_, options) => {
  test('as the build does, byte for byte', () => {
    const { figure, draw } = page(options)
    const { drawings, about } = built(options)
    expect(draw(figure.symbols, figure.seed, about)).toEqual(drawings)
  })

  test('with other symbols and other weights as the build does, byte for byte', () => {
    const { figure, draw } = page(options)
    const symbols = [...figure.symbols.slice(1), ...figure.symbols, ...figure.symbols.slice(0, 2)].slice(0, figure.most)
    const { drawings, about } = built({
      ...options,
      words: undefined,
      seq: [...symbols],
      alphabet: [...figure.alphabet],
      seed: 99,
    })
    expect(draw(symbols, 99, about)).toEqual(drawings)
  })
})
