import type { Mark, Path, Text } from './scene.ts'

/** Sizes in the px of a scene. */
export interface Print {
  /** The smallest text. */
  readonly text: number
  /** The thinnest line. */
  readonly line: number
}

/** The size of labels on a screen, in px. */
export const labelSize = 13

const screenLine = 0.75
const largest = 7 / 6

/** The marks in the typography of print: few sizes of text that lie close together, and lines of a given weight. */
export function printed(marks: readonly Mark[], print: Print): readonly Mark[] {
  return marks.map((mark) =>
    mark.kind === 'text' ? printedText(mark, print) : mark.kind === 'path' ? printedLine(mark, print) : mark,
  )
}

function printedText(text: Text, { text: smallest }: Print): Text {
  const size = Math.min(smallest * largest, smallest + 0.4 * Math.max(0, text.size - labelSize))
  return { ...text, size, subSize: smallest }
}

function printedLine(path: Path, { line }: Print): Path {
  return path.fill ? path : { ...path, width: line * Math.max(1, (path.width ?? screenLine) / screenLine) }
}
