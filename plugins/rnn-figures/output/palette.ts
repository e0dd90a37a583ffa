import { type Ramp, ramps } from '../scene/ramp.ts'
import type { Paint, RampName } from '../scene/scene.ts'

/** The colours (`#rrggbb`) that stand for the roles of a scene. */
export interface Palette {
  readonly inks: Readonly<Record<Paint, string>>
  readonly level: (ramp: RampName, level: number) => string
}

const from = (theme: keyof Pick<Ramp, 'light' | 'dark'>, ink: string, faint: string): Palette => ({
  inks: { ink, faint },
  level: (ramp, level) => ramps[ramp][theme](level),
})

/** On white paper, and on a dark page. */
export const palettes = {
  light: from('light', '#1a1a1a', '#6b6b6b'),
  dark: from('dark', '#f0ede6', '#a5a19a'),
} satisfies Readonly<Record<string, Palette>>
