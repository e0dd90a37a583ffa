import { levels, ramps } from '../scene/ramp.ts'
import { levelClass } from './svg.ts'

/** The style sheet that colours the ramp's levels by the page's colour scheme; `--rnn-p20`, … override it. */
export function rampCss(): string {
  const { light, dark } = ramps.signed
  const properties = levels.map((level) => `    --${levelClass(level)}: light-dark(${light(level)}, ${dark(level)});`)
  const rules = levels.map((level) => `  .${levelClass(level)} {\n    stroke: var(--${levelClass(level)});\n  }`)
  return `@layer rnn-figures {\n  .rnn-figure {\n${properties.join('\n')}\n  }\n\n${rules.join('\n\n')}\n}\n`
}
