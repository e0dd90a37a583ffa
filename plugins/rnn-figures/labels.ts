import type { Problem } from './checked.ts'
import { near, shown } from './wording.ts'

/** What stands on and is said by a player, in English; words in braces are filled in. */
export const englishLabels = {
  /** The button that starts the replay. */
  play: 'Replay',
  pause: 'Pause',
  back: 'One step back',
  forward: 'One step forward',
  step: 'Step',
  speed: 'Speed',
  /** The figure as something to walk through with arrow keys. */
  values: 'Values: arrow keys go from one to the next',
  started: 'Replay started.',
  ended: 'Replay ended.',
  sequence: 'Sequence',
  /** The button that draws the next seed's weights, behind ↻. */
  reroll: 'weights',
  seed: 'Seed {seed}',
  copy: 'Copy as MDX',
  copied: 'Copied.',
  original: 'Original',
  unknown: 'Not in the alphabet: {symbols}',
  empty: 'There must be a symbol to read.',
  long: 'At most {most} symbols are drawn.',
  /** What new weights change, and what they leave. */
  changed:
    'Seed {before} → {seed}. Changed: {changed} of {values} values. What stayed of which steps are alike: r = {correlation}, the correlation of the distances between all pairs of steps.',
} as const

/** The words of a player in a page's language. */
export type Labels = { readonly [K in keyof typeof englishLabels]: string }

/** The name of every word. */
export const labelNames = Object.keys(englishLabels) as readonly (keyof Labels)[]

/** What is wrong with the words of one figure. */
export function labelProblem(labels: unknown): Problem | undefined {
  const option = 'labels'
  if (typeof labels !== 'object' || labels === null || Array.isArray(labels)) {
    return { option, message: `\`labels\` must be words such as { play: 'Abspielen' }, not ${shown(labels)}.` }
  }
  const [odd] = Object.keys(labels).filter((name) => !Object.hasOwn(englishLabels, name))
  if (odd !== undefined) return { option, message: `\`labels\` has no word \`${odd}\`.`, ...near(odd, labelNames) }
  const wrong = Object.entries(labels).find(([, word]) => typeof word !== 'string' && word !== undefined)
  return wrong && { option, message: `\`labels.${wrong[0]}\` must be a text, not ${shown(wrong[1])}.` }
}
