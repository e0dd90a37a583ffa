import { createRequire } from 'node:module'
import { answer, cellSize, cellsOf } from './drawing.ts'

/** What is used here of `echarts`, which need not be installed. */
interface ECharts {
  readonly version: string
  init(element: null, theme: null, options: object): Chart
}

interface Chart {
  setOption(option: object): void
  renderToSVGString(): string
  dispose(): void
}

const echarts: ECharts = createRequire(import.meta.url)('echarts')
const margins = { left: 50, top: 10, right: 10, bottom: 40 }

await answer(`ECharts ${echarts.version}`, (picture) => {
  const { labels, units, values } = picture
  const cell = cellSize(picture)
  const rows = values[0]?.length ?? 0
  const width = margins.left + cell.width * values.length + margins.right
  const height = margins.top + cell.height * rows + margins.bottom
  const numbers = Array.from({ length: rows }, (_, unit) => unit + 1)
  const axis = { type: 'category', nameLocation: 'middle' }
  const option = {
    animation: false,
    grid: margins,
    xAxis: { ...axis, name: 'symbol', nameGap: 24, data: labels, axisLabel: { interval: 0 } },
    yAxis: { ...axis, name: 'unit', nameGap: 30, data: numbers, inverse: true, axisLabel: { interval: (unit: number) => units.includes(unit + 1) } },
    visualMap: { show: false, min: -1, max: 1, inRange: { color: ['#0c54a0', '#f5f5f5', '#824104'] } },
    series: [{ type: 'heatmap', data: cellsOf(picture).map(({ step, unit, value }) => [step, unit - 1, value]) }],
  }
  return () => {
    const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
    chart.setOption(option)
    const svg = chart.renderToSVGString()
    chart.dispose()
    return { svg, files: [] }
  }
})
