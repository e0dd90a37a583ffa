import type * as estree from 'estree'

/** Where the components are published. */
export const published = 'astro-rnn-figures/components'

/** The components that a page can use, and the files that hold them. */
export const components = { RnnFigure: 'RnnFigure.astro', FigureRef: 'FigureRef.astro' } as const

export type ComponentName = keyof typeof components

/** The local names of this package's components in a module: `Fig`, `RnnFigure`, `figures.RnnFigure`, … */
export type LocalNames = ReadonlyMap<string, ComponentName>

/** Names bound by imports of this package, and the given ones that a module may use without binding them. */
export function localNames(program: estree.Program, unbound: readonly ComponentName[]): LocalNames {
  const names = new Map<string, ComponentName>(unbound.map((name) => [name, name]))
  for (const node of program.body) {
    if (node.type !== 'ImportDeclaration' || !String(node.source.value).startsWith(published)) continue
    for (const specifier of node.specifiers) {
      for (const [local, name] of importedAs(specifier, String(node.source.value))) names.set(local, name)
    }
  }
  return names
}

/** The components whose names a module leaves free; one that it declares or imports from elsewhere is not ours. */
export function unboundNames(program: estree.Program): readonly ComponentName[] {
  const bound = new Set(program.body.flatMap(declaredNames))
  return componentNames.filter((name) => !bound.has(name))
}

const componentNames = Object.keys(components) as readonly ComponentName[]

function importedAs(
  specifier: estree.ImportDeclaration['specifiers'][number],
  source: string,
): readonly (readonly [string, ComponentName])[] {
  const local = specifier.local.name
  if (specifier.type === 'ImportNamespaceSpecifier') return componentNames.map((name) => [`${local}.${name}`, name])
  if (specifier.type === 'ImportDefaultSpecifier') {
    return componentNames.filter((name) => source === `${published}/${components[name]}`).map((name) => [local, name])
  }
  const imported = specifier.imported.type === 'Identifier' ? specifier.imported.name : String(specifier.imported.value)
  return componentNames.filter((name) => name === imported).map((name) => [local, name])
}

function declaredNames(node: estree.Program['body'][number]): readonly string[] {
  if (node.type === 'ImportDeclaration') return node.specifiers.map(({ local }) => local.name)
  const declaration = node.type === 'ExportNamedDeclaration' ? node.declaration : node
  if (declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration')
    return [declaration.id.name]
  if (declaration?.type !== 'VariableDeclaration') return []
  return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
}
