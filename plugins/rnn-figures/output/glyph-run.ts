import type { Glyph } from 'fontkit'
import type { Outline } from '../scene/scene.ts'
import type { Typeface } from './typefaces.ts'
import type { Stretch } from './typeset.ts'

/** Glyphs on a line, in thousandths of the size of the text. */
export interface GlyphRun {
  readonly glyphs: readonly { readonly outline: Outline; readonly x: number; readonly y: number }[]
  readonly advance: number
}

/** The glyphs of a stretch of text, each outline made once for a typeface. */
export function glyphRun({ text, typeface }: Stretch): GlyphRun {
  const em = 1000 / typeface.font.unitsPerEm
  const placed = isSimple(text) ? side(typeface, text) : shaped(typeface, text)
  const glyphs: { outline: Outline; x: number; y: number }[] = []
  let advance = 0
  for (const { glyph, step, x, y } of placed) {
    const outline = outlineOf(typeface, glyph)
    if (outline.d !== '') glyphs.push({ outline, x: Math.round((advance + x) * em), y: Math.round(-y * em) })
    advance += step
  }
  return { glyphs, advance: advance * em }
}

/** True for letters that stand side by side as they are: shaping them takes thirty times longer and changes nothing. */
export function isSimple(text: string): boolean {
  return simple.test(text)
}

const simple = /^[\u0020-\u007e\u00a0-\u024f\u0370-\u0482\u048a-\u052f\u1e00-\u23ff\u2423-\u2bff]*$/u

interface Placed {
  readonly glyph: Glyph
  readonly step: number
  readonly x: number
  readonly y: number
}

function side({ font }: Typeface, text: string): readonly Placed[] {
  return Array.from(text, (character) => {
    const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0)
    return { glyph, step: glyph.advanceWidth, x: 0, y: 0 }
  })
}

/** Marks over their letters, Arabic letters joined, right to left where the script runs that way. */
function shaped({ font }: Typeface, text: string): readonly Placed[] {
  const { glyphs, positions } = font.layout(text, { kern: false, liga: false })
  return glyphs.map((glyph, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
    return { glyph, step: xAdvance, x: xOffset, y: yOffset }
  })
}

const known = new WeakMap<Typeface, Map<number, Outline>>()

function outlineOf(typeface: Typeface, glyph: Glyph): Outline {
  const outlines = known.get(typeface) ?? new Map<number, Outline>()
  known.set(typeface, outlines)
  const outline = outlines.get(glyph.id) ?? { id: `${typeface.id}${glyph.id}`, d: pathOf(typeface, glyph) }
  outlines.set(glyph.id, outline)
  return outline
}

const letters = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'z' } as const

/** In whole thousandths, y downwards. */
function pathOf({ font }: Typeface, { path }: Glyph): string {
  const em = 1000 / font.unitsPerEm
  return path.commands
    .map(({ command, args }) => {
      const numbers = args.map((value, index) => Math.round(value * (index % 2 === 0 ? em : -em)) + 0)
      return letters[command] + numbers.join(' ')
    })
    .join('')
}
