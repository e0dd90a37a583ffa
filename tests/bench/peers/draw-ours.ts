import { draw } from '../../../lib/draw.js'
import { figureFiles } from '../../../lib/figure-files.js'
import { description } from '../../../lib/figures/description.js'
import { choice, selection } from '../../../lib/figures/selection.js'
import { read } from '../../../lib/network/reading.js'
import { svg } from '../../../lib/output/svg.js'
import { version } from '../../../lib/version.js'
import { answer } from './drawing.ts'

await answer(`astro-rnn-figures ${version}`, ({ options }) => {
  const reading = read(options)
  const selected = selection(reading, choice(reading.network, {}))
  const about = { title: 'Hidden state', description: description(reading, selected).join(' ') }
  return () => {
    const files = figureFiles()
    const scene = draw({ kind: 'heatmap', order: 'index' }, reading, selected, 680)
    const markup = svg(scene, about, { addressOf: files.picture })
    return { svg: markup, files: files.all().map(({ bytes }) => Buffer.from(bytes).toString('base64')) }
  }
})
