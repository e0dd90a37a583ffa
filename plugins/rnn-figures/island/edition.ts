import type { EditableFigure } from './editable-figure.ts'

/** What a reader has made of a figure. */
export interface Edition {
  readonly symbols: readonly string[]
  readonly seed: number
}

/** True where nothing differs. */
export function isSame(a: Edition, b: Edition): boolean {
  return a.seed === b.seed && JSON.stringify(a.symbols) === JSON.stringify(b.symbols)
}

/** The sequence as it stands in a field. */
export function textOf({ words }: EditableFigure, { symbols }: Edition): string {
  return symbols.join(words ? ' ' : '')
}

/** The tag that prints the figure with this sequence and these weights. */
export function mdxLine(figure: EditableFigure, edition: Edition): string {
  const sequence = figure.words ? edition.symbols : textOf(figure, edition)
  return `<RnnFigure${mdxAttribute('seq', sequence)}${figure.attributes}${mdxAttribute('seed', edition.seed)}/>`
}

/** An attribute of a tag in MDX, with a blank before it. */
export function mdxAttribute(name: string, value: unknown): string {
  if (value === true) return ` ${name}`
  const plain = typeof value === 'string' && !/["&{}\\\n\r]/.test(value)
  return ` ${name}=${plain ? `"${value}"` : `{${JSON.stringify(value)}}`}`
}
