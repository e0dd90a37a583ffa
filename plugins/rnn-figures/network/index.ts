/**
 * Recurrent networks as PyTorch computes them: weights from a seed or a file, every vector at every step.
 *
 * Nothing here needs Node; it runs in a browser or a worker too. What can go wrong is thrown as a `NetworkError`.
 *
 * @example
 * const { trace } = read({ seq: 'abracadabra', cell: 'lstm', hidden: 16, seed: 7 })
 * row(trace.layers[0].forward.f, 3) // the forget gate after the fourth symbol: 16 numbers in 0 … 1
 *
 * @module
 */
export type { Cell, CellSettings, Vector } from './cell.ts'
export { type CellName, cellOf, cells } from './cells.ts'
export { type InitialState, initialStates, type WrittenInitialStates } from './initial.ts'
export type { Inputs, OneHot } from './inputs.ts'
export { type Matrix, matrixOf, row } from './matrix.ts'
export { type Network, type Readout, type ShapeOptions, seededNetwork } from './network.ts'
export { isNetworkError, type NetworkError } from './network-error.ts'
export type { Origin } from './origin.ts'
export { type Parameter, type Parameters, parameterShapes } from './parameters.ts'
export { type Read, type Reading, read } from './reading.ts'
export { defaults, type ReadingOptions } from './reading-options.ts'
export { type InitialStates, type LayerTrace, run, type Trace, type Vectors } from './run.ts'
export { distinct, oneHot, symbolsOf, wordsOf } from './sequence.ts'
export type { Series, Values } from './series.ts'
export { type Direction, directions, type Shape } from './shape.ts'
export { type PlainParameter, type Rows, type Transcript, transcript } from './transcript.ts'
export { safetensors, type Tensor, type TensorFile } from './weights/safetensors.ts'
export { type Weights, type WeightsOptions, weightsIn } from './weights/weights.ts'
