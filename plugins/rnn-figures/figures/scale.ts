import type { Vector } from '../network/cell.ts'
import { ramps } from '../scene/ramp.ts'
import type { RampName } from '../scene/scene.ts'

/** Which values the colours of a ramp stand for. */
export interface Scale {
  readonly ramp: RampName
  /** The values at the ends of what is drawn of the ramp. */
  readonly lowest: number
  readonly highest: number
  /** True where the vector has no bound of its own and the ends were taken from the data. */
  readonly fitted: boolean
}

/** The vector's own range where it has one; otherwise 1, 2 or 5 times a power of ten that holds every value. */
export function scale({ minimum, maximum }: Vector, values: Float64Array): Scale {
  const bound = Math.max(Math.abs(minimum), Math.abs(maximum))
  const fitted = !Number.isFinite(bound)
  const highest = fitted ? ceiling(values) : bound
  const ramp = minimum === 0 && maximum === 1 ? 'gate' : 'signed'
  return { ramp, lowest: minimum < 0 ? -highest : 0, highest, fitted }
}

function ceiling(values: Float64Array): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (largest < 1e-300) return 1
  const power = 10 ** Math.floor(Math.log10(largest))
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= largest) ?? 10)
}

/** The level that shows a value on this scale. */
export function levelOf({ ramp, highest }: Scale, value: number): number {
  return ramps[ramp].level(value / highest)
}
