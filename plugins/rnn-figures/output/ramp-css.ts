import { type Ramp, ramps } from '../scene/ramp.ts'
import type { RampName } from '../scene/scene.ts'
import { levelClass } from './svg.ts'

/** The style sheet that colours the ramps' levels by the page's colour scheme; `--rnn-p20`, … override it. */
export function rampCss(): string {
  const rules = Object.entries(ramps).flatMap(([name, ramp]) => rulesOf(name as RampName, ramp))
  return `${rules.join('\n\n')}\n`
}

function rulesOf(ramp: RampName, { levels, light, dark }: Ramp): readonly string[] {
  return levels.map((level) => {
    const name = levelClass(ramp, level)
    return `.rnn-svg .${name} {\n  stroke: var(--${name}, light-dark(${light(level)}, ${dark(level)}));\n}`
  })
}
