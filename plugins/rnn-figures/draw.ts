import type { Figure } from './figures/figure.ts'
import { figures } from './figures/figures.ts'
import type { Selection } from './figures/selection.ts'
import { networkError } from './network/network-error.ts'
import type { Reading } from './network/reading.ts'
import { hinton } from './scene/hinton.ts'
import type { Scene } from './scene/scene.ts'
import type { FigureKind, FigureSpec } from './spec.ts'

type Options<K extends FigureKind> = Extract<FigureSpec, { readonly kind: K }>

/** A drawing for every kind that the schema knows, and no other. */
export const drawings: { readonly [K in FigureKind]: Figure<Options<K>> } = figures satisfies Record<
  FigureKind,
  unknown
>

/** The figure as a scene, at most `width` px wide where its symbols allow that. */
export function draw<K extends FigureKind>(
  spec: Options<K>,
  reading: Reading,
  selection: Selection,
  width: number,
): Scene {
  const scene = drawings[spec.kind as K].draw(reading, selection, spec, width)
  return spec.grey ? withoutColour(scene) : scene
}

function withoutColour(scene: Scene): Scene {
  if (!scene.marks.some(({ kind }) => kind === 'raster')) return { ...scene, marks: hinton(scene.marks) }
  const hint = 'Shorten the sequence, lower `hidden`, or leave `grey` out.'
  throw networkError('`grey` draws a square for each value, and this figure has too many.', { option: 'grey', hint })
}
