import type * as estree from 'estree'
import { evaluate } from './literal.ts'

/** The ids that the article's headings have, from the list that every compiled article exports. */
export function headingIds({ body }: estree.Program): readonly string[] {
  const declarations = body.flatMap((node) => (node.type === 'ExportNamedDeclaration' ? (node.declaration ?? []) : []))
  const list = declarations.find((node) => node.type === 'FunctionDeclaration' && node.id.name === 'getHeadings')
  const [statement] = list?.type === 'FunctionDeclaration' ? list.body.body : []
  const value =
    statement?.type === 'ReturnStatement' && statement.argument
      ? evaluate(statement.argument, () => undefined)?.value
      : []
  return Array.isArray(value) ? value.map(({ slug }: { slug?: unknown }) => String(slug)) : []
}
