import type * as estree from 'estree'
import type { ComponentName, LocalNames } from './components.ts'
import type { Syntax } from './syntax.ts'
import { nameOf, visit } from './syntax.ts'

/** One use of a component in a compiled module. */
export interface Call {
  readonly component: ComponentName
  /** The name of the tag in the source. */
  readonly tag: string
  readonly props: Syntax
  /** True where the page shows it once: not in a function that the page may call often or never. */
  readonly once: boolean
  /** True where it stands in a paragraph, as an element among text. */
  readonly inParagraph: boolean
}

/** How a compiler writes a component: which argument is the component, which its props. */
interface Writing {
  readonly callees: readonly string[]
  readonly component: number
  readonly props: number
}

const writings: readonly Writing[] = [
  { callees: ['_jsx', '_jsxs', '_jsxDEV'], component: 0, props: 1 },
  { callees: ['$$renderComponent'], component: 2, props: 3 },
]

/** Every use of this package's components, in the order in which the page shows them. */
export function callsOf(program: estree.Program, names: LocalNames): readonly Call[] {
  const calls: Call[] = []
  visit(program, (node, around) => {
    if (node.type !== 'CallExpression') return
    const writing = writings.find(({ callees }) => callees.includes(nameOf(node.callee) ?? ''))
    const tag = writing && nameOf(node.arguments[writing.component])
    const component = tag === undefined ? undefined : names.get(tag)
    const props = writing && (node.arguments[writing.props] as Syntax | undefined)
    if (!component || tag === undefined || !props) return
    calls.push({
      component,
      tag,
      props,
      once: around.every((outer, depth) => isShownOnce(outer, around[depth - 1])),
      inParagraph: around.some(isParagraph),
    })
  })
  return calls
}

/** Functions that run once a page: an article's content, an Astro component, and the contents of a slot. */
function isShownOnce(node: Syntax, parent: Syntax | undefined): boolean {
  if (node.type === 'FunctionDeclaration') return node.id.name === '_createMdxContent'
  if (node.type !== 'ArrowFunctionExpression' && node.type !== 'FunctionExpression') return true
  return (
    parent?.type === 'Property' || (parent?.type === 'CallExpression' && nameOf(parent.callee) === '$$createComponent')
  )
}

function isParagraph(node: Syntax): boolean {
  return node.type === 'CallExpression' && nameOf(node.arguments[0]) === '_components.p'
}
