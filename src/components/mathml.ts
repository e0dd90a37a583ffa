const operators: Readonly<Record<string, string>> = { '-': '−', '*': '·', '~': '≈' }

/** MathML for the little TeX that the articles need: names, numbers, operators, `_` and `_{…}`. */
export function mathml(tex: string): string {
  const tokens = tex.match(/[A-Za-z]+|[\d.]+|\S/g) ?? []
  return `<mrow>${row(tokens, 0).marks}</mrow>`
}

interface Row {
  readonly marks: string
  readonly next: number
}

function row(tokens: readonly string[], start: number): Row {
  let marks = ''
  let next = start
  while (next < tokens.length && tokens[next] !== '}') {
    const base = atom(tokens, next)
    const index = tokens[base.next] === '_' ? atom(tokens, base.next + 1) : undefined
    marks += index ? `<msub>${base.marks}${index.marks}</msub>` : base.marks
    next = index?.next ?? base.next
  }
  return { marks, next }
}

function atom(tokens: readonly string[], at: number): Row {
  const token = tokens[at] ?? ''
  if (token === '{') {
    const inner = row(tokens, at + 1)
    return { marks: `<mrow>${inner.marks}</mrow>`, next: inner.next + 1 }
  }
  return { marks: mark(token), next: at + 1 }
}

function mark(token: string): string {
  if (/^[A-Za-z]{2}/.test(token)) return `<mi class="word">${token}</mi>`
  if (/^\p{L}/u.test(token)) return `<mi>${token}</mi>`
  if (/^\d/.test(token)) return `<mn>${token}</mn>`
  return `<mo>${operators[token] ?? token}</mo>`
}
