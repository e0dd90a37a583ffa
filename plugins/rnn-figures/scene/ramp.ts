import type { RampName } from './scene.ts'

/** Steps from a ramp's neutral level to each of its ends. */
export const steps = 20

/** A colour scale with a level for each of its colours; level 0 is neutral. */
export interface Ramp {
  /** Every level, lowest first. */
  readonly levels: readonly number[]
  /** The level of a value in −1 … 1, or in 0 … 1 where no level is negative. */
  readonly level: (value: number) => number
  /** `#rrggbb` of a level on white paper. */
  readonly light: (level: number) => string
  /** `#rrggbb` of a level on a dark page. */
  readonly dark: (level: number) => string
  /** A colour that shows on both, laid over the page as thickly as the level is strong. */
  readonly tint: (level: number) => Tint
}

/** sRGB channels and opacity, each a whole number in 0 … 255. */
export type Tint = readonly [red: number, green: number, blue: number, opacity: number]

/** The hue (degrees) of each sign, and the OKLab lightness at the neutral level and at the ends. */
interface Arms {
  readonly negative: number
  readonly positive: number
  readonly middle: number
  readonly end: number
}

/** A ramp from `lowest` to `steps`, with its arms on paper and at night. */
function ramp(lowest: number, paper: Arms, night: Arms): Ramp {
  const levels = Array.from({ length: steps - lowest + 1 }, (_, index) => index + lowest)
  const onPaper = levels.map((level) => colour(paper, level / steps))
  const atNight = levels.map((level) => colour(night, level / steps))
  const tints = [tone(paper.negative), tone(paper.positive)] as const
  return {
    levels,
    level: (value) => Math.round(Math.max(lowest / steps, Math.min(1, value)) * steps) + 0,
    light: (level) => onPaper[level - lowest] ?? '',
    dark: (level) => atNight[level - lowest] ?? '',
    tint: (level) => [...tints[level < 0 ? 0 : 1], Math.round((255 * Math.abs(level)) / steps)],
  }
}

/** Half-way between paper and night. */
function tone(hue: number): Rgb {
  return bytes(inGamut(0.6, 0.15, (hue * Math.PI) / 180))
}

function colour({ negative, positive, middle, end }: Arms, value: number): string {
  const size = Math.abs(value)
  const hue = value < 0 ? negative : positive
  return hex(bytes(inGamut(middle + (end - middle) * size, 0.14 * Math.min(1, 1.6 * size), (hue * Math.PI) / 180)))
}

type Rgb = readonly [red: number, green: number, blue: number]

/** Linear sRGB at this lightness and hue with the largest chroma, up to the one asked for, that a screen can show. */
function inGamut(lightness: number, chroma: number, hue: number): Rgb {
  for (let part = 1; part > 0; part -= 0.02) {
    const rgb = linearRgb(lightness, chroma * part * Math.cos(hue), chroma * part * Math.sin(hue))
    if (rgb.every((channel) => channel > -1e-4 && channel < 1.0001)) return rgb
  }
  return linearRgb(lightness, 0, 0)
}

/** OKLab to linear sRGB. Source: Ottosson (2020). */
function linearRgb(lightness: number, a: number, b: number): Rgb {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}

function hex(rgb: Rgb): string {
  return `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

function bytes([red, green, blue]: Rgb): Rgb {
  return [byte(red), byte(green), byte(blue)]
}

/** The sRGB transfer curve. Source: IEC 61966-2-1. */
function byte(linear: number): number {
  const value = Math.max(0, Math.min(1, linear))
  return Math.round(255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055))
}

const paper = { middle: 0.97, end: 0.45 }
const night = { middle: 0.22, end: 0.85 }

/**
 * `signed`: blue below zero, orange above, equal in lightness on both sides. `gate`: from nothing to green, for what
 * lies between 0 and 1.
 */
export const ramps = {
  signed: ramp(-steps, { ...paper, negative: 255, positive: 55 }, { ...night, negative: 235, positive: 65 }),
  gate: ramp(0, { ...paper, negative: 160, positive: 160 }, { ...night, negative: 165, positive: 165 }),
} satisfies Readonly<Record<RampName, Ramp>>
