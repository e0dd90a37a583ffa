import type * as estree from 'estree'
import { walk } from 'estree-walker'

/** A node of a module's syntax tree, with its place in the code. */
export type Syntax<Node extends estree.Node = estree.Node> = Node & { readonly start: number; readonly end: number }

/** Every node in the order of the code, with the nodes around it, outermost first. */
export function visit(program: estree.Node, see: (node: Syntax, around: readonly Syntax[]) => void): void {
  const around: Syntax[] = []
  walk(program, {
    enter(node) {
      see(node as Syntax, around)
      around.push(node as Syntax)
    },
    leave() {
      around.pop()
    },
  })
}

/** The name of a variable, or `Namespace.member`. */
export function nameOf(node: estree.Node | undefined): string | undefined {
  if (node?.type === 'Identifier') return node.name
  if (node?.type !== 'MemberExpression' || node.computed || node.object.type !== 'Identifier') return undefined
  return node.property.type === 'Identifier' ? `${node.object.name}.${node.property.name}` : undefined
}
