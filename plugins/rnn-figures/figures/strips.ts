import type { Matrix } from '../network/matrix.ts'
import type { Reading } from '../network/reading.ts'
import type { Cells } from '../scene/scene.ts'
import { type Chain, type Lane, type Level, placeOf } from './chain.ts'
import { levelOf, type Scale } from './scale.ts'

/** Width in px of a strip. */
export const stripWidth = 16

/** The hidden states of every step, layer and direction, each a strip above its cell. */
export function strips(reading: Reading, chain: Chain, values: Scale): readonly Cells[] {
  return neighbours(chain).flatMap((steps) => neighbourStrips(reading, chain, steps, values))
}

/** Neighbouring steps in one row, from the place `first` on. */
export interface Neighbours {
  readonly first: number
  readonly steps: readonly number[]
}

/** The steps of a chain as far as they stand side by side. */
export function neighbours({ slots, perRow }: Chain): readonly Neighbours[] {
  const found: { first: number; steps: number[] }[] = []
  slots.forEach((slot, place) => {
    if (!('step' in slot)) return
    const last = found.at(-1)
    if (last && place % perRow !== 0 && last.first + last.steps.length === place) last.steps.push(slot.step)
    else found.push({ first: place, steps: [slot.step] })
  })
  return found
}

function neighbourStrips({ trace }: Reading, chain: Chain, steps: Neighbours, values: Scale): readonly Cells[] {
  return chain.levels.layers.flatMap((level) =>
    level.lanes.flatMap((lane) => {
      const states = trace.layers[level.layer]?.[lane.direction]?.h
      return states ? [laneStrips(chain, steps, level, lane, states, values)] : []
    }),
  )
}

function laneStrips(
  chain: Chain,
  { first, steps }: Neighbours,
  { strip, stripHeight }: Level,
  { aside }: Lane,
  states: Matrix,
  values: Scale,
): Cells {
  const { x, y } = placeOf(chain, first)
  const cellHeight = stripHeight / states.columns
  const levels = Array.from({ length: states.columns }, (_, unit) =>
    steps.map((step) => levelOf(values, states.data[step * states.columns + unit] ?? 0)),
  ).flat()
  return {
    kind: 'cells',
    x: x + aside - stripWidth / 2,
    y: y + strip,
    stepX: chain.pitch,
    stepY: cellHeight,
    cellWidth: stripWidth,
    cellHeight,
    columns: steps.length,
    ramp: values.ramp,
    levels,
  }
}
