import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { palette } from '../../plugins/rnn-figures/output/palettes.ts'
import { rampCss } from '../../plugins/rnn-figures/output/ramp-css.ts'
import { type SvgOptions, svg } from '../../plugins/rnn-figures/output/svg.ts'
import { ramps } from '../../plugins/rnn-figures/scene/ramp.ts'
import type { Cells, Scene } from '../../plugins/rnn-figures/scene/scene.ts'
import { sceneOf } from '../figures/drawn.ts'

const { levels } = ramps.signed

const style: SvgOptions = { palette: palette('default', 'light'), addressOf: () => 'picture.png' }

const about = { title: 'abracadabra', description: '', metadata: {} }

/** Red, green and blue of every pixel, with the SVG `scale` times its size on magenta. */
async function pixels(scene: Scene, scale: number) {
  const width = Math.round(scene.width * scale)
  const image = sharp(Buffer.from(svg(scene, about, style)), { density: 72 * scale }).resize({ width })
  const { data, info } = await image.flatten({ background: '#ff00ff' }).raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)]
  return { at, width: info.width, height: info.height }
}

const cells: Cells = {
  kind: 'cells',
  x: 0,
  y: 0,
  stepX: 13,
  stepY: 7,
  cellWidth: 13,
  cellHeight: 7,
  columns: 10,
  ramp: 'signed',
  levels: Array.from({ length: 100 }, (_, index) => levels[(index * 17) % levels.length] ?? 0),
}

describe('cells', () => {
  test.each([0.5, 0.77, 1, 1.37, 2, 3.3])('leave no seam between them at %d times their size', async (scale) => {
    const { at, width, height } = await pixels({ width: 130, height: 70, marks: [cells] }, scale)
    let seams = 0
    for (let y = 2; y < height - 2; y++) {
      for (let x = 2; x < width - 2; x++) {
        const [red = 0, green = 0, blue = 0] = at(x, y)
        // No colour of the ramp, and no mixture of two, has much less green than both red and blue.
        if (Math.min(red, blue) - green > 24) seams++
      }
    }
    expect(seams).toBe(0)
  })

  test('have the colour of their level, each in its place', async () => {
    const { at } = await pixels({ width: 130, height: 70, marks: [cells] }, 2)
    cells.levels.forEach((level, index) => {
      const [column, row] = [index % 10, Math.floor(index / 10)]
      const colour = at(column * 26 + 13, row * 14 + 7).map((byte) => byte.toString(16).padStart(2, '0'))
      expect(`#${colour.join('')}`).toBe(palette('default', 'light').level('signed', level))
    })
  })
})

test('text of authors cannot leave its element', () => {
  const hostile = '<script>"\'&]]>\u0000\ud800\u202e'
  const scene = {
    width: 1,
    height: 1,
    marks: [{ kind: 'text', x: 0, y: 0, size: 13, anchor: 'start', paint: 'ink', runs: [{ text: hostile }] }] as const,
  }
  const drawing = svg(scene, { title: hostile, description: hostile, metadata: { hostile } }, style)
  expect(drawing).not.toContain('<script')
  expect(drawing.match(/&lt;script&gt;"'&amp;\]\]&gt;\ufffd\ufffd\u202e/g)).toHaveLength(3)
  expect(drawing.isWellFormed()).toBe(true)
})

test('the style sheet of the ramp is the one that the ramp makes', async () => {
  await expect(rampCss()).toMatchFileSnapshot('../../plugins/rnn-figures/components/ramp.css')
})

const shown = {
  heatmap: { seq: 'abracadabra', seed: 7 },
  unrolled: { kind: 'unrolled', seq: 'abracadabra', seed: 7 },
  stack: {
    ...{ kind: 'unrolled', seq: 'abracadabra', seed: 7 },
    ...{ cell: 'lstm', layers: 2, bidirectional: true, hidden: 8 },
  },
  gate: { seq: 'abracadabra', cell: 'lstm', vector: 'f', seed: 7 },
}

describe.each(Object.entries(shown))('the README’s %s', (name, options) => {
  test.each(['light', 'dark'] as const)('is drawn on %s pages as it stands there', async (theme) => {
    const { scene } = sceneOf(options)
    const drawing = svg(
      scene,
      { ...about, title: `${name} of abracadabra` },
      { ...style, palette: palette('default', theme) },
    )
    await expect(drawing).toMatchFileSnapshot(`../../docs/${name}-${theme}.svg`)
  })
})
