import type { Run, Text } from '../scene/scene.ts'
import { runSize, subDrop } from '../scene/text.ts'
import { glyphRun } from './glyph-run.ts'
import { extent } from './outlined.ts'
import { pdfFont } from './pdf-font.ts'
import type { Typefaces } from './typefaces.ts'
import { stretches } from './typeset.ts'

/** Text that can be searched and copied, in the places that outlines of it would have. */
export function pdfText(document: PDFKit.PDFDocument, text: Text, ink: string, typefaces: Typefaces): void {
  let x = extent(text, typefaces)[0]
  document.fillColor(ink)
  for (const run of text.runs) {
    const y = text.y + (run.sub ? subDrop(text) : 0)
    x += writeRun(document, run, runSize(text, run), x, y, typefaces)
  }
}

/** Writes a piece from (x, y) on and gives its width. */
function writeRun(
  document: PDFKit.PDFDocument,
  { text, face = 'sans' }: Run,
  size: number,
  x: number,
  y: number,
  typefaces: Typefaces,
): number {
  let width = 0
  for (const stretch of stretches(text, typefaces[face])) {
    const { typeface } = stretch
    // pdfkit takes an opened font, too; its types do not say so.
    document
      .registerFont(typeface.id, pdfFont(typeface) as never)
      .font(typeface.id)
      .fontSize(size)
    document.text(stretch.text, x + width, y, { baseline: 'alphabetic', lineBreak: false, features })
    width += (glyphRun(stretch).advance * size) / 1000
  }
  return width
}

// The outlines have neither kerning nor ligatures.
const features = { kern: false, liga: false } as never
