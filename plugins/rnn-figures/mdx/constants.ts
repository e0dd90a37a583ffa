import type * as estree from 'estree'
import { type Constants, evaluate, type Known } from './literal.ts'
import { visit } from './syntax.ts'

/** The value of the article's frontmatter, which both Markdown compilers write as an exported constant. */
export function frontmatterOf({ body }: estree.Program): Known {
  const declarators = body.flatMap((node) =>
    node.type === 'ExportNamedDeclaration' && node.declaration?.type === 'VariableDeclaration'
      ? node.declaration.declarations
      : [],
  )
  const init = declarators.find(({ id }) => id.type === 'Identifier' && id.name === 'frontmatter')?.init
  return init ? evaluate(init, () => undefined) : undefined
}

/**
 * The constants of a module whose values cannot change: the frontmatter, and each `const` that is a text, a number or
 * a truth value, unless the name is bound a second time. Lists and sets may be changed by anybody, so they are left to
 * the page. The module is searched when the first name is asked for.
 */
export function constantsOf(program: estree.Program): Constants {
  let found: ReadonlyMap<string, Known> | undefined
  return (name) => {
    found ??= unchanging(program)
    return found.get(name)
  }
}

function unchanging(program: estree.Program): ReadonlyMap<string, Known> {
  const initial = new Map<string, estree.Expression>()
  const bindings: string[] = []
  visit(program, (node) => {
    if (node.type === 'VariableDeclaration' && node.kind === 'const') {
      for (const { id, init } of node.declarations) if (id.type === 'Identifier' && init) initial.set(id.name, init)
    }
    bindings.push(...boundBy(node))
  })
  const known = new Map<string, Known>()
  const lookUp: Constants = (name) => known.get(name)
  for (const [name, init] of initial) {
    if (bindings.indexOf(name) !== bindings.lastIndexOf(name)) continue
    const value = name === 'frontmatter' ? frontmatterOf(program) : evaluate(init, lookUp)
    if (name === 'frontmatter' || typeof value?.value !== 'object') known.set(name, value)
  }
  return known
}

/** The names that a node itself binds. */
function boundBy(node: estree.Node): readonly string[] {
  if (node.type === 'VariableDeclarator') return namesIn(node.id)
  if (node.type === 'ImportDeclaration') return node.specifiers.map(({ local }) => local.name)
  const own = (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') && node.id ? [node.id.name] : []
  return 'params' in node ? [...own, ...node.params.flatMap(namesIn)] : own
}

function namesIn(pattern: estree.Pattern): readonly string[] {
  const names: string[] = []
  visit(pattern, (part) => {
    if (part.type === 'Identifier') names.push(part.name)
  })
  return names
}
