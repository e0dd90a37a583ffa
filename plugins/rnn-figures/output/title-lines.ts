import type { Typeface } from './typefaces.ts'
import { stretches } from './typeset.ts'

/** A title broken into lines of a size at which it fits its room. */
export interface TitleLines {
  readonly lines: readonly string[]
  /** Of the type, in px. */
  readonly size: number
}

/** Px across and down. */
export interface Room {
  readonly width: number
  readonly height: number
}

/** Px from line to line, for a px of type. */
export const leading = 1.12

/** The title in the largest of the sizes that fits, its lines of about the same length; in the smallest, cut short. */
export function titleLines(
  title: string,
  room: Room,
  sizes: readonly number[],
  typefaces: readonly Typeface[],
): TitleLines {
  const widthAt = (size: number) => (text: string) => textWidth(text, size, typefaces)
  const most = (size: number): number => Math.floor(room.height / (size * leading))
  const fits = (size: number): boolean =>
    pieces(title).every((piece) => widthAt(size)(piece.trim()) <= room.width) &&
    wrapped(pieces(title), room.width, widthAt(size)).length <= most(size)
  const size = sizes.find(fits)
  if (size !== undefined) return { size, lines: balanced(pieces(title), room.width, widthAt(size)) }
  const smallest = Math.min(...sizes)
  const lines = wrapped(graphemes(title), room.width - smallest, widthAt(smallest))
  return { size: smallest, lines: cutShort(lines, most(smallest)) }
}

function textWidth(text: string, size: number, typefaces: readonly Typeface[]): number {
  const widths = stretches(text, typefaces).map(({ text, typeface: { font }, found }) =>
    // A box, whose width is not known.
    found ? font.layout(text).advanceWidth / font.unitsPerEm : graphemes(text).length,
  )
  return size * widths.reduce((sum, width) => sum + width, 0)
}

/** Between two of them a line may end: after a space or a hyphen, and between letters of scripts without spaces. */
function pieces(title: string): readonly string[] {
  const unspaced = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}`
  return title.trim().split(new RegExp(`(?<=[\\s\\-–—])(?=\\S)|(?<=[${unspaced}、。，」）])(?=[${unspaced}「（])`, 'u'))
}

function graphemes(title: string): readonly string[] {
  return Array.from(new Intl.Segmenter('en').segment(title.trim()), ({ segment }) => segment)
}

function wrapped(parts: readonly string[], width: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = []
  for (const part of parts) {
    const longer = `${lines.at(-1) ?? ''}${part}`
    if (lines.length > 0 && widthOf(longer.trim()) <= width) lines[lines.length - 1] = longer
    else lines.push(part)
  }
  return lines.map((line) => line.trim())
}

/** In as many lines as there must be, none longer than it has to be. */
function balanced(parts: readonly string[], width: number, widthOf: (text: string) => number): readonly string[] {
  const lines = wrapped(parts, width, widthOf)
  if (lines.length < 2) return lines
  const least = Math.max(...parts.map((part) => widthOf(part.trim())))
  const narrower = wrapped(parts, width * 0.95, widthOf)
  return width * 0.95 < least || narrower.length > lines.length ? lines : balanced(parts, width * 0.95, widthOf)
}

function cutShort(lines: readonly string[], most: number): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]}…`]
}
