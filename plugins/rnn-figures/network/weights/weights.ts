import type { CellSettings } from '../cell.ts'
import type { Network } from '../network.ts'
import { networkError } from '../network-error.ts'
import { parameterShapes } from '../parameters.ts'
import { safetensors } from './safetensors.ts'
import { alphabetIn } from './weights-alphabet.ts'
import { quoted, quotedList, weightsError } from './weights-error.ts'
import { modulesIn } from './weights-modules.ts'
import { shapeIn } from './weights-shape.ts'
import { parameterIn, type Tensors } from './weights-tensor.ts'

/** A network from a file. */
export interface Weights {
  readonly network: Network
  /** What stands before the names of its parameters, with the dot: `encoder.rnn.`, or nothing. */
  readonly prefix: string
  /** The symbols it takes, in the order of its inputs or of its embedding's rows, where the file tells them. */
  readonly alphabet?: readonly string[]
  /** The modules of its embedding and its read-out: `encoder` for `encoder.weight`. */
  readonly embeddingName?: string
  readonly readoutName?: string
}

/** What a file does not tell: which nonlinearity, and which of several networks (with or without the last dot). */
export interface WeightsOptions extends CellSettings {
  readonly prefix?: string | undefined
}

/**
 * The network in a safetensors file of an `nn.RNN`, `nn.LSTM` or `nn.GRU`, alone or in a model; with the `nn.Embedding`
 * before it and the `nn.Linear` after it, if there are.
 *
 * The shapes of the parameters tell its cell and sizes. Numbers keep their precision: F64 stays float64, the others
 * are float32. Throws a `NetworkError` where a parameter is missing, has another shape or type, or is not finite, and
 * where the file leaves open what is meant.
 */
export function weightsIn(bytes: Uint8Array, { nonlinearity, prefix }: WeightsOptions = {}): Weights {
  const { tensors, metadata } = safetensors(bytes)
  const start = prefixIn(tensors, prefix)
  const shape = shapeIn(tensors, start, nonlinearity)
  const parameters = parameterShapes(shape).map(
    ([name, size]) => [name, parameterIn(tensors, start + name, size)] as const,
  )
  const { embedding, readout } = modulesIn(around(tensors, start), shape)
  const symbols = embedding?.weight.shape[0] ?? shape.inputs
  const alphabet = alphabetIn(metadata, symbols)
  return {
    network: {
      ...shape,
      parameters: Object.fromEntries(parameters),
      ...(embedding ? { embedding: embedding.weight } : {}),
      ...(readout ? { readout: { weight: readout.weight, ...(readout.bias ? { bias: readout.bias } : {}) } } : {}),
    },
    prefix: start,
    ...(alphabet ? { alphabet } : {}),
    ...(embedding ? { embeddingName: embedding.name } : {}),
    ...(readout ? { readoutName: readout.name } : {}),
  }
}

/** What may belong to a network: everything, or its sisters in `encoder.` where the file holds several networks. */
function around(tensors: Tensors, start: string): Tensors {
  if (prefixes(tensors).length === 1) return tensors
  const parent = start.replace(/[^.]*\.$/, '')
  return new Map([...tensors].filter(([name]) => name.startsWith(parent)))
}

const first = 'weight_ih_l0'

function prefixes(tensors: Tensors): readonly string[] {
  const firsts = [...tensors.keys()].filter((name) => name === first || name.endsWith(`.${first}`))
  return firsts.map((name) => name.slice(0, -first.length))
}

/** The prefix of the network that is meant, with its dot. */
function prefixIn(tensors: Tensors, chosen: string | undefined): string {
  const found = prefixes(tensors)
  const bare = found.map((prefix) => prefix.replace(/\.$/, ''))
  const [only, ...others] = found
  if (only === undefined) {
    const names = tensors.size === 0 ? 'no tensor at all' : quotedList([...tensors.keys()])
    throw weightsError(
      `The weights hold no recurrent network: no tensor has the name weight_ih_l0 of nn.RNN, nn.LSTM and nn.GRU, with or without a prefix; there is ${names}.`,
    )
  }
  if (chosen === undefined) {
    if (others.length === 0) return only
    throw weightsError(
      `The weights hold ${found.length} recurrent networks, ${quotedList(bare)}; choose one with \`prefix\`.`,
    )
  }
  const wanted = chosen.replace(/\.$/, '')
  const prefix = found[bare.indexOf(wanted)]
  if (prefix !== undefined) return prefix
  const [beneath, ...rivals] = found.filter((other) => other.startsWith(`${wanted}.`))
  if (beneath !== undefined && rivals.length === 0) return beneath
  if (bare.join('') === '') {
    throw networkError(`The names in the weights have no prefix: leave \`prefix\` out, not ${quoted(chosen)}.`, {
      option: 'prefix',
    })
  }
  const message = `\`prefix\` must be one of ${quotedList(bare)}, where the weights hold a recurrent network, not ${quoted(chosen)}.`
  throw networkError(message, { option: 'prefix' })
}
