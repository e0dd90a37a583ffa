import type { RampName } from '../scene/scene.ts'
import { cividis, cividisMiddle } from './cividis.ts'
import { type RampColours, rampColours, reversible } from './ramp-colours.ts'

const paper = { middle: 0.97, end: 0.45, chroma: 0.14 }
const night = { middle: 0.22, end: 0.85, chroma: 0.14 }
const vividPaper = { middle: 0.98, end: 0.42, chroma: 0.16 }
const vividNight = { middle: 0.2, end: 0.84, chroma: 0.17 }

/** Blue below zero, orange above, equal in lightness on both sides. */
const signed = rampColours('signed', { ...paper, hues: [255, 55] }, { ...night, hues: [235, 65] }, 0.15)

/** The ramps of each palette. */
export const paletteColours = {
  /** Gates from nothing to green. */
  default: { signed, gate: rampColours('gate', { ...paper, hues: [160, 160] }, { ...night, hues: [165, 165] }, 0.15) },
  /** The same with stronger colours, from lighter to darker. */
  vivid: {
    signed: rampColours('signed', { ...vividPaper, hues: [255, 55] }, { ...vividNight, hues: [250, 60] }, 0.18),
    gate: rampColours('gate', { ...vividPaper, hues: [145, 145] }, { ...vividNight, hues: [150, 150] }, 0.18),
  },
  /** Gates from yellow to dark blue. */
  cividis: { signed, gate: reversible(cividis, cividisMiddle) },
} satisfies Readonly<Record<string, Readonly<Record<RampName, RampColours>>>>
