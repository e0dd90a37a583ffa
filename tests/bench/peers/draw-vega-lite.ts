import { answer, cellsOf, type Drawn, installed, type Picture } from './drawing.ts'

/** What is used here of `vega`, which need not be installed. */
interface Vega {
  parse(spec: object): object
  readonly View: new (runtime: object, options: object) => { toSVG(): Promise<string>; finalize(): void }
}

interface VegaLite {
  compile(spec: object): { readonly spec: object }
}

const vega: Vega = await import('vega' as string)
const vegaLite: VegaLite = await import('vega-lite' as string)

await answer(`Vega-Lite ${installed('vega-lite')} with Vega ${installed('vega')}`, (picture) => {
  const spec = chart(picture)
  return async (): Promise<Drawn> => {
    const view = new vega.View(vega.parse(vegaLite.compile(spec).spec), { renderer: 'none' })
    const svg = await view.toSVG()
    view.finalize()
    return { svg, files: [] }
  }
})

function chart(picture: Picture): object {
  const { labels, units, cell } = picture
  const labelExpr = `${JSON.stringify(labels)}[datum.value]`
  const symbols = { title: 'symbol', labelExpr, labelAngle: 0, labelOverlap: false }
  const numbers = { title: 'unit', values: units, labelOverlap: false }
  return {
    width: { step: cell.width },
    height: { step: cell.height },
    data: { values: cellsOf(picture) },
    mark: 'rect',
    encoding: {
      x: { field: 'step', type: 'ordinal', axis: symbols },
      y: { field: 'unit', type: 'ordinal', axis: numbers },
      color: { field: 'value', type: 'quantitative', scale: { domain: [-1, 1], scheme: 'redblue' }, legend: null },
    },
  }
}
