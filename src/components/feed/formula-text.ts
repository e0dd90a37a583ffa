import { type FormulaMarks, formula } from '../formula-marks.ts'

const marks: FormulaMarks = {
  word: (text) => text,
  letter: (text) => `<i>${text}</i>`,
  number: (text) => text,
  operator: (text, between) => (between && /[=+−·≈⊙×/<>]/.test(text) ? ` ${text} ` : text === ',' ? ', ' : text),
  index: (base, index) => `${base}<sub>${index.replaceAll(' ', '')}</sub>`,
  group: (row) => row,
}

/** A formula as text with italics and indices, because feed readers drop `<math>`. */
export function formulaText(tex: string): string {
  return formula(tex, marks)
}
