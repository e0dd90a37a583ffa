import { describe, expect, test } from 'vitest'
import { hinton } from '../../plugins/rnn-figures/scene/hinton.ts'
import { steps } from '../../plugins/rnn-figures/scene/ramp.ts'
import type { Cells, Path } from '../../plugins/rnn-figures/scene/scene.ts'
import { computed } from '../figures/drawn.ts'
import { pictured, written } from './written.ts'

const levels = Array.from({ length: 2 * steps + 1 }, (_, index) => index - steps)
const cells: Cells = {
  kind: 'cells',
  ...{ x: 100, y: 50, stepX: 40, stepY: 30, cellWidth: 40, cellHeight: 30 },
  ...{ columns: levels.length, ramp: 'signed', levels },
}

/** A square of a path: its corner, and its side. */
interface Square {
  readonly x: number
  readonly y: number
  readonly side: number
}

function squares({ d }: Path): readonly Square[] {
  return Array.from(d.matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-([\d.]+)z/g), ([, x, y, across, down, back]) => {
    expect([down, back]).toEqual([across, across])
    return { x: Number(x), y: Number(y), side: Number(across) }
  })
}

const paths = hinton([cells]) as readonly Path[]
const [filled, open] = [paths.find(({ fill }) => fill), paths.find(({ fill }) => !fill)] as [Path, Path]

describe('squares', () => {
  test('are as many as there are values other than nought, filled above it and open below', () => {
    expect(paths).toHaveLength(2)
    expect(squares(filled)).toHaveLength(steps)
    expect(squares(open)).toHaveLength(steps)
  })

  test('have an area proportional to the magnitude, to the outside of their line', () => {
    const area = (side: number) => side ** 2
    const whole = area(squares(filled).at(-1)?.side ?? 0)
    expect(whole).toBeGreaterThan(0.8 * 30 ** 2)
    const areas = squares(filled).map(({ side }) => area(side) / whole)
    const openAreas = squares(open).map(({ side }) => area(side + (open.width ?? 0)) / whole)
    for (const [index, share] of [...areas, ...openAreas.toReversed()].entries()) {
      expect(share).toBeCloseTo(((index % steps) + 1) / steps, 2)
    }
  })

  test('stand in the middle of their cells', () => {
    const middles = [...squares(open), ...squares(filled)].map(({ x, y, side }) => [x + side / 2, y + side / 2])
    const expected = levels.filter((level) => level !== 0).map((level) => [100 + (level + steps + 0.5) * 40, 65])
    middles.forEach(([x = 0, y = 0], index) => {
      expect(x).toBeCloseTo(expected[index]?.[0] ?? Number.NaN, 1)
      expect(y).toBeCloseTo(expected[index]?.[1] ?? Number.NaN, 1)
    })
  })

  test.each([1.5, 2, 4, 7])('differ in area and not in order, in cells of %d px', (size) => {
    const small = { ...cells, stepX: size, stepY: size, cellWidth: size, cellHeight: size }
    for (const path of hinton([small]) as readonly Path[]) {
      const line = path.fill ? 0 : (path.width ?? 0)
      for (const { side } of squares(path)) expect(side + line).toBeLessThanOrEqual(size)
    }
  })
})

describe.each([
  ['heatmap', { seq: 'abracadabra', seed: 7, grey: true }],
  ['gate', { seq: 'abracadabra', seed: 7, cell: 'lstm', vector: 'f', grey: true }],
  ['unrolled', { kind: 'unrolled', seq: 'abracadabra', seed: 7, grey: true }],
  ['printed', { seq: 'abracadabra', seed: 7, grey: true, venue: 'nature' }],
] as const)('a figure without colour (%s)', (_, options) => {
  test('has none in any file', async () => {
    const svg = (await written({ ...options, formats: ['svg'] })).text('svg')
    const colours = Array.from(svg.matchAll(/(?:fill|stroke)="(#[0-9a-f]{6})"/g), ([, colour = '']) => colour)
    expect(colours.length).toBeGreaterThan(2)
    for (const colour of colours) expect(colour).toMatch(/^#(..)\1\1$/)
    expect(svg).not.toContain('<image')
  })

  test('shows every value that is drawn', () => {
    const { scene } = pictured(options).picture
    expect(scene.marks.filter(({ kind }) => kind === 'cells' || kind === 'raster')).toEqual([])
  })
})

test('a heatmap has a square for each value that is not almost nought', () => {
  const figure = computed({ seq: 'abracadabra', seed: 7, grey: true })
  const { marks } = pictured({ seq: 'abracadabra', seed: 7, grey: true }).picture.scene
  const drawn = marks.flatMap((mark) => (mark.kind === 'path' && mark.d.includes('v') ? squares(mark) : []))
  const shown = Array.from(figure.selected.states.data).filter((value) => Math.round(value * steps) !== 0)
  const legend = 4
  expect(drawn).toHaveLength(shown.length + legend)
})

test('too many values for squares are refused in one sentence', () => {
  const many = { seq: 'a'.repeat(1000), hidden: 32, grey: true }
  expect(() => pictured(many)).toThrow('`grey` draws a square for each value, and this figure has too many.')
})
