import type * as estree from 'estree'
import { type Constants, evaluate, type Known } from './literal.ts'
import { visit } from './syntax.ts'

/** The constants of a module. The frontmatter is at hand; to find others, the whole module is read once. */
export function constantsOf(program: estree.Program): Constants {
  let others: ReadonlyMap<string, Known> | undefined
  return (name) => {
    if (name === 'frontmatter') return frontmatterOf(program)
    others ??= knownConstants(program)
    return others.get(name)
  }
}

function frontmatterOf({ body }: estree.Program): Known {
  const declarators = body.flatMap((node) =>
    node.type === 'ExportNamedDeclaration' && node.declaration?.type === 'VariableDeclaration'
      ? node.declaration.declarations
      : [],
  )
  const init = declarators.find(({ id }) => id.type === 'Identifier' && id.name === 'frontmatter')?.init
  return init ? evaluate(init, () => undefined) : undefined
}

/** Each `const` with a known value, unless its name is bound a second time or something may change its content. */
function knownConstants(program: estree.Program): ReadonlyMap<string, Known> {
  const initial = new Map<string, estree.Expression>()
  const bindings: string[] = []
  const changed = new Set<string>()
  visit(program, (node) => {
    if (node.type === 'VariableDeclaration' && node.kind === 'const') {
      for (const { id, init } of node.declarations) if (id.type === 'Identifier' && init) initial.set(id.name, init)
    }
    if (node.type === 'VariableDeclarator') bindings.push(...boundIn(node.id))
    if ('params' in node) bindings.push(...node.params.flatMap(boundIn))
    if (node.type === 'CallExpression') changed.add(ownerOf(node.callee))
    if (node.type === 'AssignmentExpression') changed.add(ownerOf(node.left))
  })
  const known = new Map<string, Known>()
  for (const [name, init] of initial) {
    const once = bindings.indexOf(name) === bindings.lastIndexOf(name)
    if (once && !changed.has(name))
      known.set(
        name,
        evaluate(init, (other) => known.get(other)),
      )
  }
  return known
}

function boundIn(pattern: estree.Pattern): readonly string[] {
  const names: string[] = []
  visit(pattern, (part) => {
    if (part.type === 'Identifier') names.push(part.name)
  })
  return names
}

/** The variable at the root of `words.push` or `words[0]`; empty where there is none. */
function ownerOf(node: estree.Node): string {
  if (node.type === 'Identifier') return node.name
  return node.type === 'MemberExpression' ? ownerOf(node.object) : ''
}
