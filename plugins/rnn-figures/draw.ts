import type { Figure } from './figures/figure.ts'
import { figures } from './figures/figures.ts'
import { type Reading, read } from './network/reading.ts'
import type { Scene } from './scene/scene.ts'
import type { FigureKind, FigureSpec } from './spec.ts'

type Options<K extends FigureKind> = Extract<FigureSpec, { readonly kind: K }>

// Every kind that the schema knows has a drawing, and the other way round.
const drawings: { readonly [K in FigureKind]: Figure<Options<K>> } = figures satisfies Record<FigureKind, unknown>

/** Runs the network that a figure asks for over its sequence. */
export function readingOf({ seq, alphabet, nonlinearity, hidden, seed }: FigureSpec): Reading {
  return read({ seq, alphabet, cell: `rnn_${nonlinearity}`, hidden, seed })
}

/** The figure as a scene, at most `width` px wide where its symbols allow that. */
export function draw<K extends FigureKind>(spec: Options<K>, reading: Reading, width: number): Scene {
  return drawings[spec.kind as K](reading, spec, width)
}
