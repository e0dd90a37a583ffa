import type { RampName } from './scene.ts'

/** Steps from a ramp's neutral middle to each of its ends. */
export const steps = 20

/** A colour scale with 2 · steps + 1 levels; level 0 is neutral. */
export interface Ramp {
  /** The level of a value in −1 … 1. */
  readonly level: (value: number) => number
  /** `#rrggbb` of a level on white paper. */
  readonly light: (level: number) => string
  /** `#rrggbb` of a level on a dark page. */
  readonly dark: (level: number) => string
}

/** One arm's hue (degrees) for each sign, and the OKLab lightness at the middle and at the ends. */
interface Arms {
  readonly negative: number
  readonly positive: number
  readonly middle: number
  readonly end: number
}

const paper: Arms = { negative: 255, positive: 55, middle: 0.97, end: 0.45 }
const night: Arms = { negative: 235, positive: 65, middle: 0.22, end: 0.85 }

/** Every level of a ramp, lowest first. */
export const levels: readonly number[] = Array.from({ length: 2 * steps + 1 }, (_, index) => index - steps)

const onPaper = levels.map((level) => colour(paper, level / steps))
const atNight = levels.map((level) => colour(night, level / steps))

/** Blue below zero, orange above, equal in lightness on both sides. */
export const ramps = {
  signed: {
    level: (value) => Math.round(Math.max(-1, Math.min(1, value)) * steps) + 0,
    light: (level) => onPaper[level + steps] ?? '',
    dark: (level) => atNight[level + steps] ?? '',
  },
} satisfies Readonly<Record<RampName, Ramp>>

function colour({ negative, positive, middle, end }: Arms, value: number): string {
  const size = Math.abs(value)
  const hue = value < 0 ? negative : positive
  return hex(inGamut(middle + (end - middle) * size, 0.14 * Math.min(1, 1.6 * size), (hue * Math.PI) / 180))
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
  return `#${rgb.map((channel) => byte(channel).toString(16).padStart(2, '0')).join('')}`
}

/** The sRGB transfer curve. Source: IEC 61966-2-1. */
function byte(linear: number): number {
  const value = Math.max(0, Math.min(1, linear))
  return Math.round(255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055))
}
