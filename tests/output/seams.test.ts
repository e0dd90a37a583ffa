import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { pdf } from '../../plugins/rnn-figures/output/pdf.ts'
import type { Picture } from '../../plugins/rnn-figures/output/picture.ts'
import { png } from '../../plugins/rnn-figures/output/png.ts'
import type { Cells } from '../../plugins/rnn-figures/scene/scene.ts'
import { has, lacking } from '../tools.ts'
import { pixels } from './pixels.ts'
import { rasterised, rasterisers } from './rasterised.ts'
import { seams } from './seams.ts'
import { pictured } from './written.ts'

const real = pictured({ seq: 'abracadabra', seed: 7, venue: 'slide' }).picture
const cellsOf = ({ scene }: Picture): Cells => scene.marks.find((mark) => mark.kind === 'cells') as Cells
const constant: Picture = {
  ...real,
  scene: {
    ...real.scene,
    // Places that fall between the pixels of every resolution.
    marks: [{ ...cellsOf(real), x: 30.37, y: 4.21, stepX: 17.13, cellWidth: 17.13, levels: Array(11 * 16).fill(20) }],
  },
}
const small: Picture = {
  ...constant,
  scene: {
    ...constant.scene,
    marks: [
      {
        ...cellsOf(constant),
        columns: 64,
        stepX: 3.19,
        cellWidth: 3.19,
        stepY: 2.3,
        cellHeight: 2.3,
        levels: Array(64 * 40).fill(-20),
      },
    ],
  },
}
const pictures = { 'a figure': real, 'cells of one level': constant, 'small cells': small }

describe.each(Object.entries(pictures))('%s', (_, picture) => {
  describe.skipIf(!has('pdftocairo'))(`as PDF${lacking('pdftocairo')}`, () => {
    test.each(rasterisers.flatMap((name) => [96, 600].map((resolution) => [name, resolution] as const)))(
      'has no seams between its cells through %s at %d dpi',
      async (rasteriser, resolution) => {
        const page = await rasterised(await pdf(picture), resolution, rasteriser)
        expect(seams(page, picture, cellsOf(picture)).slice(0, 5)).toEqual([])
      },
    )
  })

  test.each([96, 600])('has no seams between its cells as PNG at %d dpi', async (resolution) => {
    const bytes = await png({ ...picture, sheet: { ...picture.sheet, resolution } })
    expect(seams(await pixels(sharp(bytes)), picture, cellsOf(picture)).slice(0, 5)).toEqual([])
  })
})
