import type { Reading } from '../network/reading.ts'
import type { Shape } from '../network/shape.ts'
import type { Scene } from '../scene/scene.ts'
import type { Selection } from './selection.ts'

/** One kind of figure. */
export interface Figure<Options> {
  /** How often a replay goes through the sequence; once, if it is not said. */
  readonly passes?: (network: Shape) => number
  /** What it shows of a reading, as the start of a title that goes on "… reading abracadabra". */
  readonly phrase: (reading: Reading, selection: Selection) => string
  /** The selected states as a scene, at most `width` px wide where its symbols allow that. */
  readonly draw: (reading: Reading, selection: Selection, options: Options, width: number) => Scene
}
