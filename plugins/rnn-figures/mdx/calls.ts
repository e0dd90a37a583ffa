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
  /** True where the page shows it once: in its content, and not in a function that may be called often or never. */
  readonly once: boolean
  /** True where it stands in a paragraph or a heading. */
  readonly amongText: boolean
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
      once: isShownOnce(around),
      amongText: around.some(holdsText),
    })
  })
  return calls
}

/** The function that both Markdown compilers make of an article's content. */
export const contentName = '_createMdxContent'

/** Within the content of an article or of an Astro component, through no function but those that fill slots. */
function isShownOnce(around: readonly Syntax[]): boolean {
  const functions = around.flatMap((node, depth) => (/Function/.test(node.type) ? [depth] : []))
  const [outermost, ...inner] = functions
  return outermost !== undefined && isContent(around, outermost) && inner.every((depth) => isSlot(around, depth))
}

function isContent(around: readonly Syntax[], depth: number): boolean {
  const [node, parent] = [around[depth], around[depth - 1]]
  if (node?.type === 'FunctionDeclaration') return node.id.name === contentName
  return parent?.type === 'CallExpression' && nameOf(parent.callee) === '$$createComponent'
}

/** `$$renderComponent(result, name, Component, props, { slot: () => … })` */
function isSlot(around: readonly Syntax[], depth: number): boolean {
  const [property, slots, call] = [around[depth - 1], around[depth - 2], around[depth - 3]]
  return property?.type === 'Property' && call?.type === 'CallExpression' && call.arguments[4] === slots
}

function holdsText(node: Syntax): boolean {
  return node.type === 'CallExpression' && /^_components\.(p|h[1-6])$/.test(nameOf(node.arguments[0]) ?? '')
}
