import { createRequire } from 'node:module'
import { answer, cellsOf, installed, type Picture } from './drawing.ts'

/** What is used here of `echarts`, which need not be installed. */
interface ECharts {
  init(element: null, theme: null, options: object): Chart
}

interface Chart {
  setOption(option: object): void
  renderToSVGString(): string
  dispose(): void
}

const echarts: ECharts = createRequire(import.meta.url)('echarts')
const margins = { left: 50, top: 10, right: 10, bottom: 40 }

await answer(`ECharts ${installed('echarts')}`, (picture) => {
  const { values, cell } = picture
  const width = margins.left + cell.width * values.length + margins.right
  const height = margins.top + cell.height * (values[0]?.length ?? 0) + margins.bottom
  const option = chart(picture)
  return () => {
    const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
    chart.setOption(option)
    const svg = chart.renderToSVGString()
    chart.dispose()
    return { svg, files: [] }
  }
})

function chart(picture: Picture): object {
  const { labels, units, values } = picture
  const axis = { type: 'category', nameLocation: 'middle' }
  const numbers = values[0]?.map((_, index) => index + 1)
  const numbered = { interval: (index: number) => units.includes(index + 1) }
  return {
    animation: false,
    grid: margins,
    xAxis: { ...axis, name: 'symbol', nameGap: 24, data: labels, axisLabel: { interval: 0 } },
    yAxis: { ...axis, name: 'unit', nameGap: 30, data: numbers, inverse: true, axisLabel: numbered },
    visualMap: { show: false, min: -1, max: 1, inRange: { color: ['#0c54a0', '#f5f5f5', '#824104'] } },
    series: [{ type: 'heatmap', data: cellsOf(picture).map(({ step, unit, value }) => [step, unit - 1, value]) }],
  }
}
