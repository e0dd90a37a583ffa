/** Red, green and blue, each a whole number in 0 … 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** sRGB at this lightness and hue (degrees) with the largest chroma, up to the one asked for, that a screen can show. */
export function oklch(lightness: number, chroma: number, hue: number): Rgb {
  const [red, green, blue] = inGamut(lightness, chroma, (hue * Math.PI) / 180)
  return [byte(red), byte(green), byte(blue)]
}

/** `#rrggbb`. */
export function hex(rgb: Rgb): string {
  return `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

type LinearRgb = readonly [red: number, green: number, blue: number]

function inGamut(lightness: number, chroma: number, hue: number): LinearRgb {
  for (let part = 1; part > 0; part -= 0.02) {
    const rgb = linearRgb(lightness, chroma * part * Math.cos(hue), chroma * part * Math.sin(hue))
    if (rgb.every((channel) => channel > -1e-4 && channel < 1.0001)) return rgb
  }
  return linearRgb(lightness, 0, 0)
}

/** OKLab to linear sRGB. Source: Ottosson (2020). */
function linearRgb(lightness: number, a: number, b: number): LinearRgb {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}

/** The sRGB transfer curve. Source: IEC 61966-2-1. */
function byte(linear: number): number {
  const value = Math.max(0, Math.min(1, linear))
  return Math.round(255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055))
}
