import { likeness } from '../analysis/distances.ts'
import { printed } from '../figures/legend.ts'
import type { Matrix } from '../network/matrix.ts'

/** A seed, and the states that it gave. */
export interface Rolled {
  readonly seed: number
  readonly states: Matrix
}

/** A sentence with what new weights changed, and how far the steps that were alike still are. */
export function change(sentence: string, before: Rolled, after: Rolled): string {
  const facts: Readonly<Record<string, string | number>> = {
    before: before.seed,
    seed: after.seed,
    changed: after.states.data.filter((value, index) => value !== before.states.data[index]).length,
    values: after.states.data.length,
    correlation: correlation(before.states, after.states),
  }
  return sentence.replace(/{(\w+)}/g, (mark, name) => String(facts[name] ?? mark))
}

/** A dash where there are too few steps to tell. */
function correlation(before: Matrix, after: Matrix): string {
  const alike = likeness(before, after)
  return Number.isNaN(alike) ? '–' : printed(Number(alike.toFixed(2)))
}
