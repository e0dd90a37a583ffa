import { create, type Font } from 'fontkit'
import { isSimple } from './glyph-run.ts'
import type { Typeface } from './typefaces.ts'

/**
 * The font as one PDF takes it: simple text is set letter by letter, which is ten times quicker than shaping it.
 *
 * An opened font keeps with each glyph the letters that first asked for it, and a PDF says them to whoever copies its
 * text. So that it says the same whatever was drawn before, they are given anew, or the font is opened anew.
 */
export function pdfFont({ font, bytes }: Typeface): Font {
  const own: { font?: Font } = {}
  const shaped = (): Font => (own.font ??= create(Buffer.from(bytes)) as Font)
  const layout = (text: string, features: Record<string, boolean>): unknown =>
    isSimple(text) ? setSimply(font, text) : shaped().layout(text, features)
  return Object.create(font, { layout: { value: layout } })
}

function setSimply(font: Font, text: string): unknown {
  const glyphs = Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0
    const { id, advanceWidth } = font.glyphForCodePoint(code)
    return { id, advanceWidth, codePoints: [code] }
  })
  const positions = glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }))
  return { glyphs, positions, advanceWidth: glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0) }
}
