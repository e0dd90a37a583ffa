import type { Range } from '../network/cell.ts'
import { ramps } from '../scene/ramp.ts'

/** Which values the ends of the ramp stand for. */
export interface Scale {
  /** The value at the strongest colours, −limit … limit. */
  readonly limit: number
  /** True where the vector has no bound of its own and the limit was taken from the data. */
  readonly fitted: boolean
  readonly signed: boolean
}

/** The vector's own range where it has one; otherwise 1, 2 or 5 times a power of ten that holds every value. */
export function scale({ minimum, maximum }: Range, values: Float64Array): Scale {
  const signed = minimum < 0
  const bound = Math.max(Math.abs(minimum), Math.abs(maximum))
  return Number.isFinite(bound)
    ? { limit: bound, fitted: false, signed }
    : { limit: ceiling(values), fitted: true, signed }
}

function ceiling(values: Float64Array): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (largest === 0) return 1
  const power = 10 ** Math.floor(Math.log10(largest))
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= largest) ?? 10)
}

/** The level that shows a value on this scale. */
export function levelOf({ limit }: Scale, value: number): number {
  return ramps.signed.level(value / limit)
}
