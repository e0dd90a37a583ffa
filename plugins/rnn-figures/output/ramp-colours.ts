import { ramps, steps } from '../scene/ramp.ts'
import type { RampName } from '../scene/scene.ts'
import { hex, oklch } from './oklch.ts'

/** sRGB channels and opacity, each a whole number in 0 … 255. */
export type Tint = readonly [red: number, green: number, blue: number, opacity: number]

/** What the levels of a ramp look like. */
export interface RampColours {
  /** `#rrggbb` of every level on white paper, lowest first. */
  readonly light: readonly string[]
  /** The same on a dark page. */
  readonly dark: readonly string[]
  /** For every level a colour that shows on both, laid over the page as thickly as the level is strong. */
  readonly tints: readonly Tint[]
}

/** The hue (degrees) below and above 0, the OKLab lightness at 0 and at the ends, and the largest chroma. */
export interface Arms {
  readonly hues: readonly [below: number, above: number]
  readonly middle: number
  readonly end: number
  readonly chroma: number
}

/** A ramp with an arm of one hue on each side of a neutral level, on paper and at night; `tone`: its tints' chroma. */
export function rampColours(name: RampName, paper: Arms, night: Arms, tone: number): RampColours {
  const { levels } = ramps[name]
  return {
    light: levels.map((level) => colour(paper, level / steps)),
    dark: levels.map((level) => colour(night, level / steps)),
    // The lightness half-way between paper and night.
    tints: levels.map((level) => [...oklch(0.6, tone, hueOf(paper, level)), opacity(level)]),
  }
}

/** The gates' ramp by the `#rrggbb` of each level on paper; a dark page shows them the other way round. */
export function reversible(light: readonly string[], middle: string): RampColours {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(middle.slice(at, at + 2), 16))
  const tint = (level: number): Tint => [red ?? 0, green ?? 0, blue ?? 0, opacity(level)]
  return { light, dark: light.toReversed(), tints: ramps.gate.levels.map(tint) }
}

function hueOf({ hues: [below, above] }: Arms, value: number): number {
  return value < 0 ? below : above
}

function opacity(level: number): number {
  return Math.round((255 * Math.abs(level)) / steps)
}

function colour(arms: Arms, value: number): string {
  const size = Math.abs(value)
  const lightness = arms.middle + (arms.end - arms.middle) * size
  return hex(oklch(lightness, arms.chroma * Math.min(1, 1.6 * size), hueOf(arms, value)))
}
