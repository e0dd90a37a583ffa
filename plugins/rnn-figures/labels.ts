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
    'Seed {before} → {seed}. Changed: {changed} of {values} values. Stayed: which steps are alike, to r = {correlation} (the correlation of all distances between two steps).',
} as const

/** The words of a player in a page's language. */
export type Labels = { readonly [K in keyof typeof englishLabels]: string }

/** English where nothing else is said; later words go before earlier ones. */
export function labelsOf(...said: readonly (Partial<Labels> | undefined)[]): Labels {
  return Object.assign({}, englishLabels, ...said)
}
