import { type CellName, cellOf, cells } from './cells.ts'
import { networkError } from './network-error.ts'
import { parameterShapes } from './parameters.ts'
import type { Shape } from './shape.ts'

const mostWeights = 50_000_000

/** The shape, if there can be such a network. Throws a `NetworkError` otherwise, or where it would fill the memory. */
export function checkedShape(shape: Shape): Shape {
  for (const option of ['inputs', 'hidden', 'layers'] as const) {
    if (Number.isSafeInteger(shape[option]) && shape[option] >= 1) continue
    throw networkError(`\`${option}\` must be a whole number from 1 on, not ${shape[option]}.`, { option })
  }
  const sizes = parameterShapes(shape).map(([, size]) => size.reduce((product, length) => product * length, 1))
  const weights = sizes.reduce((sum, size) => sum + size, 0)
  if (weights <= mostWeights) return shape
  const message = `The network would have ${weights.toLocaleString('en-US')} weights; at most ${mostWeights.toLocaleString('en-US')} are made.`
  throw networkError(message, { option: 'hidden', hint: 'Lower `hidden` or `layers`, or shorten the alphabet.' })
}

/** The name of a cell that there is, with a setting that it takes. Throws a `NetworkError` otherwise. */
export function checkedCell(cell: string, nonlinearity: string | undefined): CellName {
  if (!Object.hasOwn(cells, cell)) {
    throw networkError(`\`cell\` must be one of ${Object.keys(cells).join(', ')}, not "${cell}".`, { option: 'cell' })
  }
  const name = cell as CellName
  const takes = cellOf({ cell: name }).settings.nonlinearity !== undefined
  if (nonlinearity === undefined || (takes && ['tanh', 'relu'].includes(nonlinearity))) return name
  const message = takes
    ? `\`nonlinearity\` must be tanh or relu, not "${nonlinearity}".`
    : `\`nonlinearity\` is for cell "rnn"; ${cellOf({ cell: name }).network} has its own.`
  throw networkError(message, { option: 'nonlinearity' })
}

/** A seed that PyTorch's generator takes as it is. Throws a `NetworkError` otherwise. */
export function checkedSeed(seed: number): number {
  if (Number.isSafeInteger(seed) && seed >= 0 && seed < 2 ** 32) return seed
  throw networkError(`\`seed\` must be a whole number from 0 to 4,294,967,295, not ${seed}.`, { option: 'seed' })
}
