import satori from 'satori'
import sharp from 'sharp'
import { computedFigure } from '../../lib/computed-figure.js'
import { figurePicture } from '../../lib/figure-picture.js'
import { bundledBytes } from '../../lib/output/bundled-fonts.js'
import { formats } from '../../lib/output/formats.js'
import { outlined } from '../../lib/output/outlined.js'
import { svgInPoints } from '../../lib/output/standalone-svg.js'
import { typefaces } from '../../lib/output/typefaces.js'
import { text } from '../../lib/scene/text.js'
import { figureSpecs } from '../../lib/spec.js'

const rounds = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 15)

/** Milliseconds that each of these takes, all of them in every round: medians. */
async function medians<Name extends string>(tasks: Readonly<Record<Name, () => unknown>>) {
  const entries = Object.entries(tasks) as [Name, () => unknown][]
  const times = new Map<Name, number[]>(entries.map(([name]) => [name, []]))
  for (let round = -2; round < rounds; round++) {
    for (const [name, task] of entries) {
      const started = process.hrtime.bigint()
      await task()
      if (round >= 0) times.get(name)?.push(Number(process.hrtime.bigint() - started) / 1e6)
    }
  }
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  return Object.fromEntries(entries.map(([name]) => [name, middle(times.get(name) ?? [])])) as Record<Name, number>
}

const faces = typefaces()

/** Sixty numbers and words, as a figure might print them. */
const labels = Array.from({ length: 60 }, (_, index) => (index % 3 === 0 ? `W${index}` : `${index} units`))
const marks = labels.map((label, index) => text(10 * index, 20, label))
const block = (children: unknown) => ({ type: 'div', props: { style: { display: 'flex' }, children } })
const page = block(labels.map(block)) as unknown as Parameters<typeof satori>[0]
const fonts = [{ name: 'sans', data: Buffer.from(bundledBytes('sans')), weight: 400 as const }]

const outlining = await medians({
  ours: () => outlined(marks, faces),
  // Nothing known yet: the fonts are opened and every outline is made.
  cold: () => outlined(marks, typefaces()),
  satori: () => satori(page, { width: 4000, height: 100, fonts }),
})
const show = (ms: number) => ms.toFixed(3)
console.log(
  `60 labels to outlines: ${show(outlining.ours)} ms, with opening the fonts ${show(outlining.cold)} ms, satori ${show(outlining.satori)} ms (${(outlining.satori / outlining.ours).toFixed(0)} times)`,
)

for (const options of [{ kind: 'heatmap' }, { kind: 'unrolled' }, { kind: 'heatmap', venue: 'neurips' }] as const) {
  const spec = figureSpecs[options.kind].parse({ ...options, seq: 'abracadabra', seed: 7 })
  const picture = figurePicture(computedFigure(spec, { seq: 'abracadabra', seed: 7 }), faces)
  const source = Buffer.from(svgInPoints(picture, '#fff'))
  const { resolution } = picture.sheet
  const times = await medians({
    svg: () => formats.svg(picture),
    png: () => formats.png(picture),
    sharp: () => sharp(source, { density: resolution }).png().toBuffer(),
    pdf: () => formats.pdf(picture),
  })
  const ratio = (times.png / times.sharp).toFixed(2)
  const name = Object.values(options).join(', ')
  console.log(
    `${name}: svg ${show(times.svg)} ms, png ${show(times.png)} ms (${ratio} of sharp alone), pdf ${show(times.pdf)} ms`,
  )
}
