import { levelIndex } from '../scene/ramp.ts'
import type { Paint, RampName } from '../scene/scene.ts'
import { paletteColours } from './palette-colours.ts'
import type { Tint } from './ramp-colours.ts'

/** A level's colour in a picture. */
export type { Tint }

/** The name of a palette. */
export type PaletteName = keyof typeof paletteColours

/** Every palette an author can choose, the default one first. */
export const paletteNames = Object.keys(paletteColours) as [PaletteName, ...PaletteName[]]

/** What a figure is seen on: white paper, a dark page, or paper in a printed publication. */
export type Theme = keyof typeof inks

/** The colours (`#rrggbb`) that stand for the roles of a scene. */
export interface Palette {
  readonly inks: Readonly<Record<Paint, string>>
  readonly level: (ramp: RampName, level: number) => string
  /** For pictures, which lie on light and dark pages alike. */
  readonly tint: (ramp: RampName, level: number) => Tint
}

const inks = {
  light: { ink: '#1a1a1a', faint: '#6b6b6b' },
  dark: { ink: '#f0ede6', faint: '#a5a19a' },
  print: { ink: '#000000', faint: '#4d4d4d' },
} satisfies Readonly<Record<string, Palette['inks']>>

const palettes: Readonly<Record<PaletteName, Readonly<Record<Theme, Palette>>>> = {
  default: themes('default'),
  vivid: themes('vivid'),
  cividis: themes('cividis'),
}

/** A palette's colours for what the figure is seen on. */
export function palette(name: PaletteName, theme: Theme): Palette {
  return palettes[name][theme]
}

/** The class that a style sheet knows a palette by; nothing for the default one. */
export function paletteClass(name: PaletteName): string {
  return name === 'default' ? '' : `rnn-palette-${name}`
}

function themes(name: PaletteName): Readonly<Record<Theme, Palette>> {
  return { light: made(name, 'light'), dark: made(name, 'dark'), print: made(name, 'print') }
}

function made(name: PaletteName, theme: Theme): Palette {
  const colours = paletteColours[name]
  const shades = theme === 'dark' ? 'dark' : 'light'
  return {
    inks: inks[theme],
    level: (ramp, level) => colours[ramp][shades][levelIndex(ramp, level)] ?? '',
    tint: (ramp, level) => colours[ramp].tints[levelIndex(ramp, level)] ?? [0, 0, 0, 0],
  }
}
