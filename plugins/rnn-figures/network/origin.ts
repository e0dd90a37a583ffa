import { type Network, seededNetwork } from './network.ts'
import { networkError } from './network-error.ts'
import { defaults, type ReadingOptions } from './reading-options.ts'
import type { Weights } from './weights/weights.ts'

/** Where a network's weights come from. */
export type Origin = { readonly seed: number } | { readonly weights: Weights }

/**
 * The network that reads `entries` numbers a step (`real`) or symbols of an alphabet of that size. Throws a
 * `NetworkError` where what is written contradicts the weight file.
 */
export function networkFor(
  options: ReadingOptions,
  entries: number,
  real: boolean,
): { readonly network: Network; readonly origin: Origin } {
  const { weights, seed = defaults.seed, cell = defaults.cell, hidden = defaults.hidden } = options
  if (weights) return { network: loaded(weights, options, entries, real), origin: { weights } }
  const { nonlinearity, layers, bidirectional, bias } = options
  const shape = { cell, nonlinearity, inputs: entries, hidden, ...given({ layers, bidirectional, bias }) }
  return { network: seededNetwork(shape, seed), origin: { seed } }
}

/** The entries that are not undefined. */
function given<Options extends object>(options: Options): { [K in keyof Options]?: NonNullable<Options[K]> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as ReturnType<
    typeof given<Options>
  >
}

/** What the file says, after checking that nothing written contradicts it. */
function loaded(origin: Weights, options: ReadingOptions, entries: number, real: boolean): Network {
  const { network } = origin
  for (const option of ['cell', 'nonlinearity', 'hidden', 'layers', 'bidirectional', 'bias'] as const) {
    const written = options[option]
    if (written === undefined || written === network[option]) continue
    const message = `\`${option}\` is ${network[option]} in the weight file, not ${written}.`
    throw networkError(message, { option, hint: 'The file decides it: leave the option out.' })
  }
  if (options.seed !== undefined) {
    throw networkError('`seed` draws weights, and `weights` loads them: give one of the two.', { option: 'seed' })
  }
  if (real && network.embedding) {
    throw networkError('The weight file has an embedding, which takes symbols, not `values`.', { option: 'values' })
  }
  const wanted = network.embedding?.shape[0] ?? network.inputs
  if (entries === wanted) return network
  const [what, option, hint] = real
    ? [`\`values\` has ${entries} numbers a step`, 'values', undefined]
    : [
        options.alphabet === undefined && origin.alphabet === undefined
          ? `\`seq\` has ${entries} different symbols and the weight file names no alphabet`
          : `The alphabet has ${entries} symbols`,
        options.alphabet === undefined ? 'seq' : 'alphabet',
        `Give an \`alphabet\` of ${wanted}, in the order of the training.`,
      ]
  throw networkError(`${what}, but the network of the weight file takes ${wanted}.`, {
    option,
    ...(hint ? { hint } : {}),
  })
}
