import { run } from '../../../plugins/rnn-figures/network/run.ts'
import { answer } from './answer.ts'

await answer(`Node ${process.versions.node}`, (network, indices) => {
  const inputs = { rows: indices.length, columns: network.inputs, indices }
  return () => run(network, inputs).output.data
})
