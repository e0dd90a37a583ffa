import type { Font } from 'fontkit'
import { isSimple } from './glyph-run.ts'
import type { Typeface } from './typefaces.ts'

/** The font as a PDF takes it: simple text is set letter by letter, which is ten times quicker than shaping it. */
export function pdfFont(typeface: Typeface): Font {
  const quick = known.get(typeface) ?? quickFont(typeface.font)
  known.set(typeface, quick)
  return quick
}

const known = new WeakMap<Typeface, Font>()

function quickFont(font: Font): Font {
  const layout = (text: string, features: Record<string, boolean>): unknown =>
    isSimple(text) ? setSimply(font, text) : font.layout(text, features)
  return Object.create(font, { layout: { value: layout } })
}

function setSimply(font: Font, text: string): unknown {
  const glyphs = Array.from(text, (character) => font.glyphForCodePoint(character.codePointAt(0) ?? 0))
  const positions = glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }))
  return { glyphs, positions, advanceWidth: glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0) }
}
