import { checked } from '../checked.ts'
import { type Appearance, appearanceSpec, type FigureSpec } from '../spec.ts'
import { usageError } from './usage-error.ts'

/** The figure of these options. Throws a usage error that says what an article's author would read. */
export function checkedFigure(written: object): FigureSpec {
  const result = checked(written)
  if ('spec' in result) return result.spec
  const { option, message, hint } = result.problem
  // Options that a kind does not have come with a list of all that articles may write.
  const isKnown = !message.startsWith(`There is no option \`${option}\``)
  throw usageError(message, isKnown ? hint : undefined)
}

/** The looks among these options, checked like those of a figure. */
export function checkedAppearance(written: object): Appearance {
  const entries = Object.entries(written).filter(([name]) => name in appearanceSpec.shape)
  checkedFigure({ seq: 'a', ...Object.fromEntries(entries) })
  return Object.fromEntries(entries)
}
