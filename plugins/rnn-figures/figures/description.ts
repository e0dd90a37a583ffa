import { summary } from '../analysis/summary.ts'
import { cellOf } from '../network/cells.ts'
import type { Reading } from '../network/reading.ts'
import { whichLayer } from './layer-name.ts'
import { printed } from './legend.ts'
import { type Selection, unitName } from './selection.ts'
import { stepLabels } from './step-labels.ts'
import { symbolLabel } from './symbol-label.ts'

/** The sentences that say in words what a figure shows, made from its numbers. */
export function description(reading: Reading, selection: Selection): readonly string[] {
  const { count, negative, smallest, largest, jump, closest } = summary(selection.states)
  const labels = stepLabels(reading)
  const after = (step: number): string => {
    const { text } = symbolLabel(labels[step] ?? '')
    return `step ${step + 1}${text === '' ? '' : ` (${text})`}`
  }
  const signs =
    smallest.value < 0 ? ` ${negative} of the ${count} values ${negative === 1 ? 'is' : 'are'} negative.` : ''
  const unit = (column: number): string => unitName(selection, column)
  return [
    whoReads(reading),
    `${whatIsShown(reading, selection)} run from ${rounded(smallest.value)} in ${unit(smallest.unit)} at ${after(smallest.step)} to ${rounded(largest.value)} in ${unit(largest.unit)} at ${after(largest.step)}.${signs}`,
    ...(jump
      ? [
          `The ${selection.vector.name} changes most from ${after(jump.first)} to ${after(jump.second)}: the two are ${rounded(jump.distance)} apart.`,
        ]
      : []),
    ...(closest
      ? [
          `Most alike are ${after(closest.first)} and ${after(closest.second)}, ${rounded(closest.distance)} apart; the mean of all pairs is ${rounded(closest.mean)}.`,
        ]
      : []),
  ]
}

function whoReads({ symbols, alphabet, series, network, origin, initial }: Reading): string {
  const { hidden, layers, bidirectional } = network
  const units = `${hidden} ${cellOf(network).label} unit${hidden === 1 ? '' : 's'}`
  const stacked = layers > 1 ? `${layers} layers of ${units}` : units
  const both = bidirectional ? ' in each direction' : ''
  const names = series?.names
    ? ` (${series.names.slice(0, mostNames).join(', ')}${series.names.length > mostNames ? ', …' : ''})`
    : ''
  const read = series
    ? `${steps(series.values.rows)} of ${series.values.columns === 1 ? 'one number' : `${series.values.columns} numbers`}${names}`
    : `${symbols.length} symbol${symbols.length === 1 ? '' : 's'} from an alphabet of ${alphabet.length}`
  const weights =
    'seed' in origin
      ? `Its weights are untrained: those that PyTorch draws with seed ${origin.seed}.`
      : 'Its weights come from a file.'
  const unbiased = network.bias ? '' : ' and no biases'
  const states = Object.keys(initial)
  const begins =
    states.length === 0 ? '' : ` Its initial ${states.join(' and ')} ${states.length === 1 ? 'is' : 'are'} given.`
  return `A recurrent network with ${stacked}${both}${unbiased} reads ${read}. ${weights}${begins}`
}

function steps(count: number): string {
  return `${count} step${count === 1 ? '' : 's'}`
}

function whatIsShown({ network }: Reading, selection: Selection): string {
  if (selection.name === 'h' && network.layers === 1 && !network.bidirectional) return 'The values'
  const where = whichLayer(network, selection)
  return `The values of the ${selection.vector.name}${where.length === 0 ? '' : ` (${where.join(', ')})`}`
}

const mostNames = 8
const longest = 60

/** The sequence in quotation marks, cut after 60 symbols; words are set apart by blanks. */
export function quoted({ symbols, series }: Reading): string {
  if (series) return `${series.values.rows} × ${series.values.columns} numbers`
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
