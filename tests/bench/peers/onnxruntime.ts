import { createRequire } from 'node:module'
import { answer, oneHotRows } from './answer.ts'
import { onnxModel } from './onnx-model.ts'

/** What is used here of `onnxruntime-node`, which need not be installed. */
interface OnnxRuntime {
  readonly env: { readonly versions: { readonly node?: string } }
  readonly Tensor: new (type: 'float32', data: Float32Array, shape: readonly number[]) => Tensor
  readonly InferenceSession: {
    create(model: Uint8Array, options: Readonly<Record<string, number | string>>): Promise<Session>
  }
}

interface Tensor {
  readonly data: Float32Array
}

interface Session {
  run(feeds: Readonly<Record<string, Tensor>>): Promise<{ readonly Y: Tensor }>
}

const { env, Tensor, InferenceSession }: OnnxRuntime = createRequire(import.meta.url)('onnxruntime-node')
const oneThread = { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: 'sequential' }

await answer(`onnxruntime-node ${env.versions.node}`, async (network, indices) => {
  const session = await InferenceSession.create(onnxModel(network, indices.length), oneThread)
  const X = new Tensor('float32', oneHotRows(indices, network.inputs), [indices.length, 1, network.inputs])
  return async () => (await session.run({ X })).Y.data
})
