import type { Figure } from './figures/figure.ts'
import { figures } from './figures/figures.ts'
import type { Selection } from './figures/selection.ts'
import type { Reading } from './network/reading.ts'
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
  return drawings[spec.kind as K].draw(reading, selection, spec, width)
}
