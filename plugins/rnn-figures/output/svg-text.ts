import { short } from '../scene/cell-paths.ts'
import type { Run, Text } from '../scene/scene.ts'
import { escaped } from './escaped.ts'
import type { Palette } from './palette.ts'

/** What the root element says of its texts, so that each need not. */
export const textDefaults = { size: 13, anchor: 'middle', family: 'sans-serif' } as const

/** A `<text>` element. */
export function svgText({ x, y, size, anchor, paint, runs }: Text, { inks }: Palette): string {
  const [first] = runs
  const single = runs.length === 1 ? first : undefined
  const classes = [...(paint === 'ink' ? [] : [`rnn-${paint}`]), ...(single?.face === 'mono' ? ['rnn-mono'] : [])]
  const attributes = [
    classes.length === 0 ? '' : ` class="${classes.join(' ')}"`,
    paint === 'ink' ? '' : ` fill="${inks[paint]}"`,
    size === textDefaults.size ? '' : ` font-size="${short(size)}"`,
    anchor === textDefaults.anchor ? '' : ` text-anchor="${anchor}"`,
    single ? face(single) : '',
  ]
  const content = single ? escaped(single.text) : spans(runs, size)
  return `<text x="${short(x)}" y="${short(y)}"${attributes.join('')}>${content}</text>`
}

function spans(runs: readonly Run[], size: number): string {
  const drop = short(size * 0.22)
  return runs
    .map((run, index) => {
      const [sub, wasSub] = [run.sub === true, runs[index - 1]?.sub === true]
      const shift = sub === wasSub ? '' : ` dy="${sub ? drop : `-${drop}`}"`
      const small = sub && size > textDefaults.size ? ` font-size="${textDefaults.size}"` : ''
      return `<tspan${face(run)}${shift}${small}>${escaped(run.text)}</tspan>`
    })
    .join('')
}

function face({ face }: Run): string {
  if (face === 'mono') return ' font-family="monospace"'
  return face === 'italic' ? ' font-style="italic"' : ''
}
