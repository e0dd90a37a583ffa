import type { ComputedFigure } from './computed-figure.ts'
import { draw } from './draw.ts'
import { type Picture, pointsPerMm, type Sheet } from './output/picture.ts'
import type { Typefaces } from './output/typefaces.ts'
import { missingSymbols } from './output/typeset.ts'
import { labelSize } from './scene/printed.ts'
import type { Scene } from './scene/scene.ts'
import { type Venue, venues } from './venues.ts'
import { quotedSymbols } from './wording.ts'

/** What the author of a figure should know about its files, a sentence each. */
export function pictureWarnings(figure: ComputedFigure, { scene, sheet, typefaces }: Picture): readonly string[] {
  const { venue, grey } = figure.spec
  return [
    ...unprintable(scene, typefaces),
    ...(venue === undefined ? [] : misfits(sheet, venue, venues[venue])),
    ...(grey ? dust(figure, sheet) : []),
  ]
}

function unprintable({ marks }: Scene, typefaces: Typefaces): readonly string[] {
  const missing = missingSymbols(marks, typefaces)
  if (missing.length === 0) return []
  return [
    `No font has ${quotedSymbols(missing)}: files show a box instead. Name a font file with such symbols in \`fonts\`.`,
  ]
}

/** The side in mm of squares whose filling can just be seen. */
const smallestSquare = 0.8

/** What is said of squares that are too small. */
function dust({ spec, reading, selected }: ComputedFigure, { width, scale }: Sheet): readonly string[] {
  const { marks } = draw({ ...spec, grey: false }, reading, selected, width)
  const sides = marks.flatMap((mark) => (mark.kind === 'cells' ? [Math.min(mark.cellWidth, mark.cellHeight)] : []))
  const mm = ((sides[0] ?? Number.POSITIVE_INFINITY) * scale) / pointsPerMm
  if (mm >= smallestSquare) return []
  return [`Its squares are at most ${mm.toFixed(1)} mm wide, too small to tell open from filled; lower \`hidden\`.`]
}

function misfits({ height, scale }: Sheet, name: string, venue: Venue): readonly string[] {
  const text = labelSize * scale
  const mm = (height * scale) / pointsPerMm
  return [
    ...(text < 0.99 * venue.text
      ? [`Its labels need more room than ${name} gives: they are ${text.toFixed(1)} pt high instead of ${venue.text}.`]
      : []),
    ...(venue.height !== undefined && mm > venue.height
      ? [`It is ${Math.round(mm)} mm high, and ${name} prints at most ${venue.height} mm.`]
      : []),
  ]
}
