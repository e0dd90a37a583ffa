import type { Figure } from '../figures/figure.ts'
import { type Selection, selection } from '../figures/selection.ts'
import { cellOf } from '../network/cells.ts'
import { matrixOf } from '../network/matrix.ts'
import { seededNetwork } from '../network/network.ts'
import type { Reading } from '../network/reading.ts'
import { traceOf } from '../network/run.ts'
import { oneHot } from '../network/sequence.ts'
import { pageDrawings } from '../output/page-drawings.ts'
import type { About } from '../output/svg.ts'
import { hinton } from '../scene/hinton.ts'
import { levelIndex } from '../scene/ramp.ts'
import type { RampName, Scene } from '../scene/scene.ts'
import type { EditableFigure } from './editable-figure.ts'
import type { Edition } from './edition.ts'

/** What the network computes of an edition, and what is drawn of it. */
export interface Edited {
  readonly reading: Reading
  readonly selected: Selection
}

/** Reads the symbols with the seed's weights, as the build does. */
export function edited(figure: EditableFigure, { symbols, seed }: Edition): Edited {
  const { shape, alphabet, initial, shown } = figure
  const network = seededNetwork(shape, seed)
  const inputs = oneHot(symbols, alphabet)
  const states = Object.entries(initial).map(([name, lists]) => [name, matrixOf(lists)] as const)
  const trace = traceOf(network, inputs, Object.fromEntries(states))
  const reading = { symbols, alphabet, inputs, network, origin: { seed }, initial, trace }
  const vector = cellOf(shape).vectors[shown.name as 'h']
  return { reading, selected: selection(reading, { ...shown, vector }) }
}

/** The drawings of a page, as the build writes them. */
export function drawings(
  kind: Figure<EditableFigure>,
  figure: EditableFigure,
  { reading, selected }: Edited,
  about: About,
): readonly string[] {
  const { grey, inks, colours, paletteClass } = figure
  const draw = (width: number): Scene => {
    const scene = kind.draw(reading, selected, figure, width)
    return grey ? { ...scene, marks: hinton(scene.marks) } : scene
  }
  const level = (ramp: RampName, level: number): string => colours[levelIndex(ramp, level)] ?? ''
  // An editable figure has no picture.
  const addressOf = (): string => ''
  return pageDrawings(draw, about, {
    palette: { inks, level, tint: () => [0, 0, 0, 0] },
    addressOf,
    paletteClass,
    replay: true,
  })
}
