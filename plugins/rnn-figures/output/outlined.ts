import type { Glyphs, Mark, Run, Text } from '../scene/scene.ts'
import { runSize, subDrop } from '../scene/text.ts'
import { glyphRun } from './glyph-run.ts'
import type { Typefaces } from './typefaces.ts'
import { stretches } from './typeset.ts'

/** The marks with outlines in the place of text, so that they look the same wherever they are shown. */
export function outlined(marks: readonly Mark[], typefaces: Typefaces): readonly Mark[] {
  return marks.flatMap<Mark>((mark) => (mark.kind === 'text' ? outlinedText(mark, typefaces) : [mark]))
}

/** Left and right end of a text in px. */
export function extent(text: Text, typefaces: Typefaces): readonly [left: number, right: number] {
  const across = width(text, typefaces)
  const left = text.x - shift(text, across)
  return [left, left + across]
}

function outlinedText(text: Text, typefaces: Typefaces): readonly Glyphs[] {
  let x = extent(text, typefaces)[0]
  return text.runs.flatMap((run) => {
    const size = runSize(text, run)
    const y = text.y + (run.sub ? subDrop(text) : 0)
    return runsOf(run, typefaces).map(({ glyphs, advance }): Glyphs => {
      const mark = { kind: 'glyphs', x, y, size, paint: text.paint, glyphs } as const
      x += (advance * size) / 1000
      return mark
    })
  })
}

/** The width of a text in px. */
function width(text: Text, typefaces: Typefaces): number {
  return text.runs.reduce(
    (sum, run) =>
      sum + runsOf(run, typefaces).reduce((part, { advance }) => part + (advance * runSize(text, run)) / 1000, 0),
    0,
  )
}

function shift({ anchor }: Text, width: number): number {
  return { start: 0, middle: width / 2, end: width }[anchor]
}

function runsOf({ text, face = 'sans' }: Run, typefaces: Typefaces) {
  return stretches(text, typefaces[face]).map(glyphRun)
}
