import { createRequire } from 'node:module'
import { answer, oneHotRows, parametersOf } from './answer.ts'

/** What is used here of `@tensorflow/tfjs`, which need not be installed. */
interface Tfjs {
  readonly version: { readonly tfjs: string }
  readonly layers: Readonly<Record<'simpleRNN' | 'lstm', (options: Readonly<Record<string, unknown>>) => Layer>>
  setBackend(name: string): Promise<boolean>
  tidy<Result>(work: () => Result): Result
  tensor(data: Float32Array, shape: readonly number[]): Tensor
}

interface Tensor {
  transpose(): Tensor
  dataSync(): Float32Array
}

interface Layer {
  setWeights(weights: readonly Tensor[]): void
  apply(inputs: Tensor): Tensor
}

const [, , backend = 'cpu'] = process.argv
const require = createRequire(import.meta.url)
const tf: Tfjs = require('@tensorflow/tfjs')
if (backend === 'wasm') require('@tensorflow/tfjs-backend-wasm').setThreadsCount(1)
if (!(await tf.setBackend(backend))) throw new Error(`tfjs has no backend "${backend}" here.`)

await answer(`tfjs ${tf.version.tfjs}`, ({ cell, inputs, hidden, ...network }, indices) => {
  const { weightIh, weightHh, biasIh, biasHh } = parametersOf({ cell, inputs, hidden, ...network })
  const rows = biasIh.length
  const options = {
    units: hidden,
    returnSequences: true,
    recurrentActivation: 'sigmoid',
    // Soon overwritten; the orthogonal matrix of the default takes a minute.
    recurrentInitializer: 'zeros',
  }
  const layer = cell === 'lstm' ? tf.layers.lstm(options) : tf.layers.simpleRNN(options)
  const x = tf.tensor(oneHotRows(indices, inputs), [1, indices.length, inputs])
  // The first call makes the arrays that the weights then go into.
  layer.apply(x)
  layer.setWeights([
    tf.tensor(weightIh, [rows, inputs]).transpose(),
    tf.tensor(weightHh, [rows, hidden]).transpose(),
    tf.tensor(
      biasIh.map((entry, row) => entry + (biasHh[row] ?? 0)),
      [rows],
    ),
  ])
  return () => tf.tidy(() => layer.apply(x).dataSync())
})
