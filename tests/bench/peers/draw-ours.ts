import { computedFigure } from '../../../lib/computed-figure.js'
import { draw } from '../../../lib/draw.js'
import type { FigureFile } from '../../../lib/figure-file.js'
import { pictureFile } from '../../../lib/figure-files.js'
import { wide } from '../../../lib/output/page-drawings.js'
import { palette } from '../../../lib/output/palettes.js'
import { svg } from '../../../lib/output/svg.js'
import { version } from '../../../lib/version.js'
import { answer, type Drawn } from './drawing.ts'

const className = 'rnn-svg rnn-wide'

// The wide layout of a page, its large matrix as a file.
await answer(`astro-rnn-figures ${version}`, ({ options }) => {
  const spec = { kind: 'heatmap', order: 'index', ...options } as const
  const { reading, selected, about } = computedFigure(spec, spec)
  return (): Drawn => {
    const files: FigureFile[] = []
    const scene = draw(spec, reading, selected, wide)
    const markup = svg(scene, about, {
      className,
      palette: palette('default', 'light'),
      addressOf: (raster) => {
        const file = pictureFile(raster, 'default')
        files.push(file)
        return file.name
      },
    })
    return { svg: markup, files: files.map(({ bytes }) => Buffer.from(bytes).toString('base64')) }
  }
})
