import { createRequire } from 'node:module'
import { answer, cellsOf, installed } from './drawing.ts'

type Options = Readonly<Record<string, unknown>>

/** What is used here of `@observablehq/plot`, which need not be installed. */
interface Plot {
  plot(options: Options): { readonly outerHTML: string }
  cell(data: readonly object[], options: Options): object
}

interface Linkedom {
  parseHTML(html: string): { readonly document: object }
}

const require = createRequire(import.meta.url)
const plot: Plot = require('@observablehq/plot')
const { parseHTML }: Linkedom = require('linkedom')
const { document } = parseHTML('<!doctype html><html><body></body></html>')
const margins = { marginLeft: 50, marginTop: 10, marginRight: 10, marginBottom: 40 }

await answer(`Plot ${installed('@observablehq/plot')} with linkedom ${installed('linkedom')}`, (picture) => {
  const { labels, units, values, cell } = picture
  const data = cellsOf(picture)
  const options = {
    document,
    ...margins,
    width: margins.marginLeft + cell.width * values.length + margins.marginRight,
    height: margins.marginTop + cell.height * (values[0]?.length ?? 0) + margins.marginBottom,
    padding: 0,
    x: { label: 'symbol', tickFormat: (step: number) => labels[step] },
    y: { label: 'unit', ticks: units },
    color: { type: 'diverging', scheme: 'RdBu', domain: [-1, 1] },
  }
  const channels = { x: 'step', y: 'unit', fill: 'value' }
  return () => ({ svg: plot.plot({ ...options, marks: [plot.cell(data, channels)] }).outerHTML, files: [] })
})
