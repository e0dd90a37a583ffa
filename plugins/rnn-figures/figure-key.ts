import type { Load } from './attachments.ts'
import { bytesHash, textHash } from './hash.ts'
import type { FigureSpec } from './spec.ts'

/** A hash of all that decides a figure: what is written, the files that it names, and what `fingerprint` stands for. */
export function figureKey(fingerprint: string, spec: FigureSpec, load: Load): string {
  return textHash(JSON.stringify([fingerprint, drawnOptions(spec), attached(spec, load)]))
}

/** All that an author writes to decide a drawing: figures that differ in nothing else share one. */
export function drawnOptions({ id: _, caption: __, ...rest }: FigureSpec): Omit<FigureSpec, 'id' | 'caption'> {
  return rest
}

function attached({ weights, values }: FigureSpec, load: Load): readonly string[] {
  return [
    ...(weights === undefined ? [] : [bytesHash(load(weights, 'weights'))]),
    ...(typeof values === 'string' ? [bytesHash(load(values, 'values'))] : []),
  ]
}
