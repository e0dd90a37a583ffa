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
  original: 'Back to the original',
  unknown: 'Not in the alphabet ({alphabet}): {symbols}',
  empty: 'There must be a symbol to read.',
  long: 'At most {most} symbols are drawn.',
  /** What new weights change, and what they leave. */
  changed:
    'Seed {before} → {seed}. {changed} of {values} values changed. Of the pattern of which steps are alike, this much stayed: r = {correlation} (1 is all of it, 0 is none).',
} as const

/** The words of a player in a page's language. */
export type Labels = { readonly [K in keyof typeof englishLabels]: string }

/** The name of every word. */
const labelNames = Object.keys(englishLabels) as readonly (keyof Labels)[]

/** What is wrong with the words of one figure. */
export function labelProblem(labels: unknown): Problem | undefined {
  const option = 'labels'
  if (typeof labels !== 'object' || labels === null || Array.isArray(labels)) {
    return { option, message: `\`labels\` must be words such as { play: 'Abspielen' }, not ${shown(labels)}.` }
  }
  const [odd] = Object.keys(labels).filter((name) => !Object.hasOwn(englishLabels, name))
  if (odd !== undefined) return { option, message: `\`labels\` has no word \`${odd}\`.`, ...near(odd, labelNames) }
  const words = Object.entries(labels).filter(([, word]) => word !== undefined)
  const wrong = words.find(([, word]) => typeof word !== 'string')
  if (wrong) return { option, message: `\`labels.${wrong[0]}\` must be a text, not ${shown(wrong[1])}.` }
  const [name] = (words as [keyof Labels, string][]).find(([name, word]) => lacks(name, word)) ?? []
  if (name === undefined) return undefined
  const example = JSON.stringify(englishLabels[name])
  return { option, message: `\`labels.${name}\` must have a place for what is filled in, as in ${example}.` }
}

/** True for a word without a place where the English one has some. */
function lacks(name: keyof Labels, word: string): boolean {
  const places = englishLabels[name].match(/{\w+}/g) ?? []
  return places.length > 0 && !places.some((place) => word.includes(place))
}
