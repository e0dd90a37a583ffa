import { short } from '../scene/cell-paths.ts'
import type { Paint, Run, Text } from '../scene/scene.ts'
import { runSize, subDrop } from '../scene/text.ts'
import { escaped } from './escaped.ts'
import type { Palette } from './palettes.ts'

/** What the root element says of its texts, so that each need not. */
export const textDefaults = { size: 13, anchor: 'middle', family: 'sans-serif' } as const

/** A `<text>` element. */
export function svgText(text: Text, { inks }: Palette): string {
  const { x, y, size, anchor, paint, runs } = text
  const [first] = runs
  const single = runs.length === 1 ? first : undefined
  const role = classes(paint, single)
  const fill = paint === 'ink' ? '' : ` fill="${inks[paint]}"`
  const height = size === textDefaults.size ? '' : ` font-size="${short(size)}"`
  const side = anchor === textDefaults.anchor ? '' : ` text-anchor="${anchor}"`
  const content = single ? escaped(single.text) : spans(text)
  return `<text x="${short(x)}" y="${short(y)}"${role}${fill}${height}${side}${single ? face(single) : ''}>${content}</text>`
}

function classes(paint: Paint, single: Run | undefined): string {
  const mono = single?.face === 'mono'
  if (paint === 'ink') return mono ? ' class="rnn-mono"' : ''
  return mono ? ` class="rnn-${paint} rnn-mono"` : ` class="rnn-${paint}"`
}

function spans(text: Text): string {
  const drop = short(subDrop(text))
  return text.runs
    .map((run, index) => {
      const [sub, wasSub] = [run.sub === true, text.runs[index - 1]?.sub === true]
      const shift = sub === wasSub ? '' : ` dy="${sub ? drop : `-${drop}`}"`
      const size = runSize(text, run)
      const small = size === text.size ? '' : ` font-size="${short(size)}"`
      return `<tspan${face(run)}${shift}${small}>${escaped(run.text)}</tspan>`
    })
    .join('')
}

function face({ face }: Run): string {
  if (face === 'mono') return ' font-family="monospace"'
  return face === 'italic' ? ' font-style="italic"' : ''
}
