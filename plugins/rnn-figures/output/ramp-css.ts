import { ramps } from '../scene/ramp.ts'
import type { RampName } from '../scene/scene.ts'
import { type PaletteName, palette, paletteNames } from './palettes.ts'
import { levelClass } from './svg.ts'

const names = Object.keys(ramps) as readonly RampName[]

/** The style sheet that colours the ramps' levels by the page's colour scheme; `--rnn-p20`, … override it. */
export function rampCss(): string {
  const rules = [...names.flatMap(levelRules), ...paletteNames.map(paletteRule).filter((rule) => rule !== '')]
  return `${rules.join('\n\n')}\n`
}

/** The default palette, level by level. */
function levelRules(ramp: RampName): readonly string[] {
  return ramps[ramp].levels.map((level) => {
    const name = levelClass(ramp, level)
    return `.rnn-svg .${name} {\n  stroke: var(--${name}, ${both('default', ramp, level)});\n}`
  })
}

/** What another palette changes in a drawing of its class. */
function paletteRule(name: PaletteName): string {
  const lines = names.flatMap((ramp) =>
    ramps[ramp].levels
      .filter((level) => both(name, ramp, level) !== both('default', ramp, level))
      .map((level) => `  --${levelClass(ramp, level)}: ${both(name, ramp, level)};\n`),
  )
  return lines.length === 0 ? '' : `.rnn-svg.rnn-palette-${name} {\n${lines.join('')}}`
}

function both(name: PaletteName, ramp: RampName, level: number): string {
  return `light-dark(${palette(name, 'light').level(ramp, level)}, ${palette(name, 'dark').level(ramp, level)})`
}
