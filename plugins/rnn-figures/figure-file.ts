import { bytesHash } from './hash.ts'

/** A file that belongs to a figure, named after its bytes. */
export interface FigureFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What stands in a figure's texts before the name of one of its files, in the place of an address. */
export const fileMark = 'rnn-file:'

/** Names a file; `kind` says what it is where that is no figure. */
export function figureFile(ending: string, bytes: Uint8Array, kind = 'rnn'): FigureFile {
  return { name: `${kind}-${bytesHash(bytes).slice(0, 16)}.${ending}`, bytes }
}
