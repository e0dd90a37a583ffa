import { summary } from '../analysis/summary.ts'
import { cellOf } from '../network/cells.ts'
import type { Reading } from '../network/reading.ts'
import { hiddenState } from './figure.ts'
import { printed } from './legend.ts'
import { symbolLabel } from './symbol-label.ts'

/** The sentences that say in words what a figure shows, made from its numbers. */
export function description(reading: Reading): readonly string[] {
  const states = hiddenState(reading)
  const { count, negative, smallest, largest, jump, closest } = summary(states)
  const after = (step: number): string => `step ${step + 1} (${symbolLabel(reading.symbols[step] ?? '').text})`
  const signs =
    smallest.value < 0 ? ` ${negative} of the ${count} values ${negative === 1 ? 'is' : 'are'} negative.` : ''
  return [
    whoReads(reading),
    `The values run from ${rounded(smallest.value)} in unit ${smallest.unit + 1} at ${after(smallest.step)} to ${rounded(largest.value)} in unit ${largest.unit + 1} at ${after(largest.step)}.${signs}`,
    ...(jump
      ? [
          `The state changes most from ${after(jump.first)} to ${after(jump.second)}: the two are ${rounded(jump.distance)} apart.`,
        ]
      : []),
    ...(closest
      ? [
          `The two states most alike are those after ${after(closest.first)} and ${after(closest.second)}, ${rounded(closest.distance)} apart; the mean of all pairs is ${rounded(closest.mean)}.`,
        ]
      : []),
  ]
}

function whoReads({ symbols, alphabet, network, seed }: Reading): string {
  const units = `${network.hidden} ${cellOf(network).label} unit${network.hidden === 1 ? '' : 's'}`
  return `A recurrent network with ${units} reads ${symbols.length} symbol${symbols.length === 1 ? '' : 's'} from an alphabet of ${alphabet.length}. Its weights are untrained: those that PyTorch draws with seed ${seed}.`
}

const longest = 60

/** The sequence in quotation marks, cut after 60 symbols; words are set apart by blanks. */
export function quoted({ symbols }: Reading): string {
  const words = symbols.some((symbol) => Array.from(symbol).length > 1)
  const text = symbols.slice(0, longest).join(words ? ' ' : '')
  // The isolates keep right-to-left text and stray direction marks from reordering the sentence around them.
  return `“\u2068${text.toWellFormed()}${symbols.length > longest ? '…' : ''}\u2069”`
}

/** Three decimals at most, with a real minus sign. */
export function rounded(value: number): string {
  if (value !== 0 && Math.abs(value) < 0.0005) return 'almost 0'
  return printed(Number(value.toFixed(3)))
}
