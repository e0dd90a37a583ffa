import type { Scene } from '../scene/scene.ts'
import type { Palette } from './palettes.ts'
import type { About } from './svg.ts'
import type { Typefaces } from './typefaces.ts'

/** A scene on a sheet of paper, with all that decides how a file of it looks. */
export interface Picture {
  readonly scene: Scene
  readonly about: About
  readonly sheet: Sheet
  readonly palette: Palette
  readonly typefaces: Typefaces
  /** Whether a PDF has text, or only its outlines. */
  readonly font: 'live' | 'outlined'
}

/** What is seen of a scene, in its px from `x` on and from its top, and how large it is on paper. */
export interface Sheet {
  readonly x: number
  readonly width: number
  readonly height: number
  /** Points (1/72 inch) to a px. */
  readonly scale: number
  /** Pixels to an inch where the sheet becomes a picture. */
  readonly resolution: number
}

export const pointsPerMm = 72 / 25.4

/** Points to a CSS px. */
export const pointsPerPx = 0.75
