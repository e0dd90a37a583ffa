import type { Mark } from '../scene/scene.ts'
import { indexed, text } from '../scene/text.ts'
import { boxWidth, type Chain } from './chain.ts'
import { roomyLeft } from './grid.ts'

const sameWeights = [
  { text: 'the same ' },
  ...indexed('W', 'ih'),
  { text: ', ' },
  ...indexed('W', 'hh'),
  { text: ' and ' },
  { text: 'b', face: 'italic' as const },
]

const sameInEach = [{ text: 'each cell: the same weights' }]

/** Says that every cell is the same one: a bracket over the first row, or a sentence beside the rolled cell. */
export function sharedWeights(chain: Chain, named: boolean): readonly Mark[] {
  const { left, right, pitch, slots, perRow } = chain
  const same = named ? sameWeights : sameInEach
  const flow = middleOf(chain)
  if (left < roomyLeft) {
    const y = chain.rolledTop + flow
    return [
      text(112, y + 5, '=', { size: 18, paint: 'faint' }),
      text(126, y - 4, same, { size: 13, anchor: 'start' }),
      text(126, y + 14, 'at every step:', { size: 13, anchor: 'start' }),
    ]
  }
  const [from, to] = [left + (pitch - boxWidth) / 2, right - (pitch - boxWidth) / 2]
  const middle = Math.min(slots.length, perRow) > 4 ? (from + to) / 2 : from
  const anchor = middle === from ? 'start' : 'middle'
  return [
    ...(named ? [text(90, chain.top + flow + 6, '=', { size: 18, paint: 'faint' })] : []),
    text(middle, 13, [...same, { text: ' at every step' }], { size: 13, anchor }),
    { kind: 'path', d: `M${from} 27v-6H${to}v6`, paint: 'faint' },
  ]
}

/** The height of the arrows, in the middle of all layers. */
function middleOf({ levels }: Chain): number {
  const flows = levels.layers.flatMap(({ lanes }) => lanes.map(({ flow }) => flow))
  return (Math.min(...flows) + Math.max(...flows)) / 2
}
