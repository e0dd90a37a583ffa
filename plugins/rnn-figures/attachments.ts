import { series } from './csv-series.ts'
import { networkError } from './network/network-error.ts'
import type { ReadingOptions } from './network/reading-options.ts'
import { weightsIn } from './network/weights/weights.ts'
import type { ReadingSpec } from './spec.ts'

/** The bytes of a file that an option names; throws a `NetworkError` that says why it cannot be read. */
export type Load = (path: string, option: 'weights' | 'values') => Uint8Array

/** What an author wrote, with the contents of the files that it names. */
export function readingOptions({ weights, prefix, values, ...spec }: ReadingSpec, load: Load): ReadingOptions {
  if (prefix !== undefined && weights === undefined) {
    throw networkError('`prefix` chooses from the file that `weights` names, but there is none.', { option: 'prefix' })
  }
  return {
    ...spec,
    ...(weights === undefined
      ? {}
      : { weights: weightsIn(load(weights, 'weights'), { nonlinearity: spec.nonlinearity, prefix }) }),
    ...(values === undefined
      ? {}
      : { values: typeof values === 'string' ? series(load(values, 'values'), values.split('/').at(-1)) : values }),
  }
}
