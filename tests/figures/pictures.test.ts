import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { figureSpecs } from '../../plugins/rnn-figures/spec.ts'
import { finished } from './drawn.ts'
import { examples } from './examples.ts'

/** Shown, and a line for each element, so that a change can be seen and read; within a text a break would be a blank. */
function lines(drawing: string): string {
  return drawing.replace(' display="none"', '').replace(/><(?!tspan|\/text)/g, '>\n<')
}

const figure = (name: string) => finished(examples[name])

test('the examples hold every kind and every option that changes the drawing', () => {
  const used = Object.values(examples).map((options) => ({ kind: 'heatmap', ...options }))
  for (const [kind, { shape }] of Object.entries(figureSpecs)) {
    const options = new Set(used.filter((example) => example.kind === kind).flatMap(Object.keys))
    const invisible = ['replay', 'editable', 'reroll', 'formats', 'venue', 'size', 'caption', 'alt', 'id']
    expect(Object.keys(shape).filter((option) => !options.has(option))).toEqual(
      Object.keys(shape).filter((option) => invisible.includes(option)),
    )
  }
})

describe.each(Object.keys(examples))('%s', (name) => {
  test('looks as it was last seen', async () => {
    const { drawings } = figure(name)
    const [wide = '', narrow = wide] = drawings
    await expect(lines(wide)).toMatchFileSnapshot(`../pictures/${name}.svg`)
    if (narrow !== wide) await expect(lines(narrow)).toMatchFileSnapshot(`../pictures/${name}.narrow.svg`)
  })

  test('is well-formed, without styles, scripts or text that could not be read', async () => {
    for (const drawing of figure(name).drawings) {
      expect(/<style|\sstyle=|<script|javascript:/.test(drawing)).toBe(false)
      expect(/NaN|undefined|Infinity/.test(drawing)).toBe(false)
      const sizes = [...drawing.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size))
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(13)
      // librsvg refuses markup that is not well-formed XML.
      expect((await sharp(Buffer.from(drawing)).metadata()).width).toBeGreaterThan(0)
    }
  })

  test('waits for a style sheet to show the narrow layout', () => {
    const hidden = figure(name).drawings.map((drawing) => / display="none">/.test(drawing))
    expect(hidden).toEqual(hidden.length === 1 ? [false] : [false, true])
  })

  test('fits its column', () => {
    const widths = figure(name).drawings.map((drawing) => Number(/ width="([\d.]+)"/.exec(drawing)?.[1]))
    expect(widths[0]).toBeLessThanOrEqual(680)
    expect(widths.at(-1)).toBeLessThanOrEqual(widths.length === 2 ? 300 : 680)
  })
})
