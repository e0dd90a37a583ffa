import { type FormulaMarks, formula } from './formula-marks.ts'

const marks: FormulaMarks = {
  word: (text) => `<mi class="word">${text}</mi>`,
  letter: (text) => `<mi>${text}</mi>`,
  number: (text) => `<mn>${text}</mn>`,
  operator: (text) => `<mo>${text}</mo>`,
  index: (base, index) => `<msub>${base}${index}</msub>`,
  group: (row) => `<mrow>${row}</mrow>`,
}

/** A formula as the content of `<math>`. */
export function mathml(tex: string): string {
  return `<mrow>${formula(tex, marks)}</mrow>`
}
