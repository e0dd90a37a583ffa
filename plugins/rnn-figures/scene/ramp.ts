import type { RampName } from './scene.ts'

/** Steps from a ramp's neutral level to each of its ends. */
export const steps = 20

/** A scale with a level for each of its colours, which the palettes choose; level 0 is neutral. */
export interface Ramp {
  /** Every level, lowest first. */
  readonly levels: readonly number[]
  /** The level of a value in −1 … 1, or in 0 … 1 where no level is negative. */
  readonly level: (value: number) => number
}

/** A ramp from `lowest` to `steps`. */
function ramp(lowest: number): Ramp {
  const least = lowest / steps
  return {
    levels: Array.from({ length: steps - lowest + 1 }, (_, index) => index + lowest),
    level: (value) => Math.floor(Math.max(least, Math.min(1, value)) * steps + 0.5),
  }
}

/** The place of a level among those of its ramp, the lowest first. */
export function levelIndex(name: RampName, level: number): number {
  return level - (ramps[name].levels[0] ?? 0)
}

/** `signed`: a sign and a size. `gate`: from nothing to everything, for what lies between 0 and 1. */
export const ramps = { signed: ramp(-steps), gate: ramp(0) } satisfies Readonly<Record<RampName, Ramp>>
