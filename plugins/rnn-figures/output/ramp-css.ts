import { levels, ramps } from '../scene/ramp.ts'
import { levelClass } from './svg.ts'

/** The style sheet that colours the ramp's levels by the page's colour scheme; `--rnn-p20`, … override it. */
export function rampCss(): string {
  const { light, dark } = ramps.signed
  const rules = levels.map((level) => {
    const name = levelClass(level)
    return `.rnn-svg .${name} {\n  stroke: var(--${name}, light-dark(${light(level)}, ${dark(level)}));\n}`
  })
  return `${rules.join('\n\n')}\n`
}
