import type { ComputedFigure } from './computed-figure.ts'
import { draw } from './draw.ts'
import { extent } from './output/outlined.ts'
import { wide } from './output/page-drawings.ts'
import { palette } from './output/palettes.ts'
import { type Picture, pointsPerMm, pointsPerPx, type Sheet } from './output/picture.ts'
import type { Typefaces } from './output/typefaces.ts'
import { labelSize, printed } from './scene/printed.ts'
import type { Scene } from './scene/scene.ts'
import { type Venue, venues } from './venues.ts'

/** The figure as its files show it: as on a desk's screen, or as a venue prints it. */
export function figurePicture(figure: ComputedFigure, typefaces: Typefaces): Picture {
  const { spec, about } = figure
  const venue = spec.venue === undefined ? undefined : venues[spec.venue]
  const { scene, sheet } = venue ? onPaper(figure, venue, typefaces) : onScreen(figure, typefaces)
  const colours = palette(spec.palette ?? 'default', venue ? 'print' : 'light')
  return { scene, about, sheet, palette: colours, typefaces, font: venue?.font ?? 'live' }
}

interface Placed {
  readonly scene: Scene
  readonly sheet: Sheet
}

/** Twice as many pixels as CSS px. */
const screenResolution = 192

function onScreen({ spec, reading, selected }: ComputedFigure, typefaces: Typefaces): Placed {
  const scene = draw(spec, reading, selected, wide)
  const [left, right] = ends(scene, typefaces)
  const sheet = { x: left, width: right - left, height: scene.height, scale: pointsPerPx, resolution: screenResolution }
  return { scene, sheet }
}

/** As wide as the venue says, the drawing in the middle; where its labels need more than that, all of it is smaller. */
function onPaper({ spec, reading, selected }: ComputedFigure, venue: Venue, typefaces: Typefaces): Placed {
  const paper = venue.widths[spec.size ?? 'column'] * pointsPerMm
  const print = { text: labelSize, line: (venue.line * labelSize) / venue.text }
  const drawn = (width: number): Scene => {
    const scene = draw(spec, reading, selected, width)
    return { ...scene, marks: printed(scene.marks, print) }
  }
  const room = (paper * labelSize) / venue.text
  const first = drawn(room - 2 * margin)
  const excess = span(first, typefaces) - room
  const scene = excess > 0 ? drawn(room - 2 * margin - excess) : first
  const [left, right] = ends(scene, typefaces)
  const width = Math.max(room, right - left)
  const { resolution } = venue
  return {
    scene,
    sheet: { x: (left + right - width) / 2, width, height: scene.height, scale: paper / width, resolution },
  }
}

/** Px beside a drawing: lines may reach beyond it. */
const margin = 4

/** Left and right end in px of all that is drawn. */
function ends({ width, marks }: Scene, typefaces: Typefaces): readonly [number, number] {
  const extents = marks.flatMap((mark) => (mark.kind === 'text' ? [extent(mark, typefaces)] : []))
  const left = extents.reduce((least, [start]) => Math.min(least, start), 0)
  const right = extents.reduce((most, [, end]) => Math.max(most, end), width)
  return [Math.floor(left) - margin, Math.ceil(right) + margin]
}

function span(scene: Scene, typefaces: Typefaces): number {
  const [left, right] = ends(scene, typefaces)
  return right - left
}
