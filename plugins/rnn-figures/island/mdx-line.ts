import type { EditableFigure } from './editable-figure.ts'

/** What a reader has made of a figure. */
export interface Edition {
  readonly symbols: readonly string[]
  readonly seed: number
}

/** The tag that prints the figure with this sequence and these weights. */
export function mdxLine({ words, attributes }: EditableFigure, { symbols, seed }: Edition): string {
  return `<RnnFigure${mdxAttribute('seq', words ? symbols : symbols.join(''))}${attributes}${mdxAttribute('seed', seed)}/>`
}

/** An attribute of a tag in MDX, with a blank before it. */
export function mdxAttribute(name: string, value: unknown): string {
  if (value === true) return ` ${name}`
  const plain = typeof value === 'string' && !/["&{}\\\n\r]/.test(value)
  return ` ${name}=${plain ? `"${value}"` : `{${JSON.stringify(value)}}`}`
}
