/** What becomes of each part of a formula; parts are marks already. */
export interface FormulaMarks {
  /** A name of several letters, such as a function. */
  readonly word: (text: string) => string
  /** A variable. */
  readonly letter: (text: string) => string
  readonly number: (text: string) => string
  /** `between` is true where it stands between two others and not before one. */
  readonly operator: (text: string, between: boolean) => string
  readonly index: (base: string, index: string) => string
  readonly group: (row: string) => string
}

const operators: Readonly<Record<string, string>> = { '-': '−', '*': '·', '~': '≈' }

/** Reads the little TeX that the articles need: names, numbers, operators, `_` and `_{…}`. */
export function formula(tex: string, marks: FormulaMarks): string {
  const tokens = tex.match(/[A-Za-z]+|[\d.]+|\S/g) ?? []
  return row(tokens, 0, marks).text
}

interface Row {
  readonly text: string
  readonly next: number
}

function row(tokens: readonly string[], start: number, marks: FormulaMarks): Row {
  let text = ''
  let next = start
  while (next < tokens.length && tokens[next] !== '}') {
    const base = atom(tokens, next, marks)
    const index = tokens[base.next] === '_' ? atom(tokens, base.next + 1, marks) : undefined
    text += index ? marks.index(base.text, index.text) : base.text
    next = index?.next ?? base.next
  }
  return { text, next }
}

function atom(tokens: readonly string[], at: number, marks: FormulaMarks): Row {
  const token = tokens[at] ?? ''
  if (token === '{') {
    const inner = row(tokens, at + 1, marks)
    return { text: marks.group(inner.text), next: inner.next + 1 }
  }
  const between = !/^[=({[+*~-]?$/.test(tokens[at - 1] ?? '')
  return { text: mark(token, between, marks), next: at + 1 }
}

function mark(token: string, between: boolean, marks: FormulaMarks): string {
  if (/^[A-Za-z]{2}/.test(token)) return marks.word(token)
  if (/^\p{L}/u.test(token)) return marks.letter(token)
  if (/^\d/.test(token)) return marks.number(token)
  return marks.operator(operators[token] ?? token, between)
}
