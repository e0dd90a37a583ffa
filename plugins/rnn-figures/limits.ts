import type { Choice } from './figures/selection.ts'
import { cellOf } from './network/cells.ts'
import { networkError } from './network/network-error.ts'
import type { Prepared } from './network/reading.ts'
import { directions } from './network/shape.ts'
import { grouped } from './wording.ts'

const mostSteps = 20_000
/** What a file may hold; authors are told so when they write it. */
const [mostLayers, mostUnits] = [8, 1024]
/** Values in the picture: a megabyte or so. */
const mostDrawn = 1_000_000
/** Values of a trace: 160 MB. */
const mostComputed = 20_000_000
/** Multiplications of a run: some 20 seconds. */
const mostProducts = 30_000_000_000

/** Throws a `NetworkError` where a figure would take too much space or time. */
export function checkLimits({ inputs, network, series }: Prepared, chosen: Choice): void {
  const option = series ? 'values' : 'seq'
  const steps = inputs.rows
  const { hidden, layers } = network
  const { blocks, vectors } = cellOf(network)
  const runs = layers * directions(network).length
  const drawn = steps * hidden * chosen.directions.length
  const computed = steps * hidden * runs * Object.keys(vectors).length
  const entries = layers > 1 ? hidden * directions(network).length : 0
  const first = series ? network.inputs : 0
  const products = steps * blocks * hidden * (runs * (hidden + entries) + first * directions(network).length)
  const what = series ? 'steps' : 'symbols'
  if (layers > mostLayers || hidden > mostUnits) {
    const message = `The network has ${layers} layers of ${grouped(hidden)} units; at most ${mostLayers} of ${grouped(mostUnits)} can be drawn.`
    throw networkError(message, { option: 'weights' })
  }
  const hint = `Shorten \`${option}\` or lower \`hidden\`.`
  if (steps > mostSteps)
    throw networkError(`\`${option}\` has ${grouped(steps)} ${what}; at most ${grouped(mostSteps)} can be drawn.`, {
      option,
    })
  if (drawn > mostDrawn) {
    const message = `${grouped(steps)} ${what} × ${grouped(drawn / steps)} units make ${grouped(drawn)} values; at most ${grouped(mostDrawn)} can be drawn.`
    throw networkError(message, { option, hint })
  }
  if (computed > mostComputed) {
    const message = `The network would compute ${grouped(computed)} values (all vectors of all layers); at most ${grouped(mostComputed)} are kept.`
    throw networkError(message, { option, hint })
  }
  if (products > mostProducts) {
    const message = `Reading would take ${grouped(Math.ceil(products / 1e9))} billion multiplications; at most ${grouped(mostProducts / 1e9)} billion are done for a figure.`
    throw networkError(message, { option, hint })
  }
}
