import { answer, cellSize, cellsOf, type Drawn } from './drawing.ts'

/** What is used here of `vega`, which need not be installed. */
interface Vega {
  readonly version: string
  parse(spec: object): object
  readonly View: new (runtime: object, options: object) => { toSVG(): Promise<string>; finalize(): void }
}

interface VegaLite {
  readonly version: string
  compile(spec: object): { readonly spec: object }
}

const vega: Vega = await import('vega' as string)
const vegaLite: VegaLite = await import('vega-lite' as string)

await answer(`Vega-Lite ${vegaLite.version} with Vega ${vega.version}`, (picture) => {
  const { labels, units } = picture
  const { width, height } = cellSize(picture)
  const spec = {
    width: { step: width },
    height: { step: height },
    data: { values: cellsOf(picture) },
    mark: 'rect',
    encoding: {
      x: { field: 'step', type: 'ordinal', axis: { title: 'symbol', labelExpr: `${JSON.stringify(labels)}[datum.value]`, labelAngle: 0, labelOverlap: false } },
      y: { field: 'unit', type: 'ordinal', axis: { title: 'unit', values: units, labelOverlap: false } },
      color: { field: 'value', type: 'quantitative', scale: { domain: [-1, 1], scheme: 'redblue' }, legend: null },
    },
  }
  return async (): Promise<Drawn> => {
    const view = new vega.View(vega.parse(vegaLite.compile(spec).spec), { renderer: 'none' })
    const svg = await view.toSVG()
    view.finalize()
    return { svg, files: [] }
  }
})
