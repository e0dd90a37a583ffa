import type * as estree from 'estree'
import { isOfThePage, type Props } from '../figure-props.ts'
import { type Constants, evaluate, type Known, keyOf } from './literal.ts'
import { nameOf } from './syntax.ts'

/** What the code alone tells of a tag's props; they are complete where nothing remains for the page to decide. */
export interface KnownProps {
  readonly known: Props
  readonly complete: boolean
}

/** The props of a call. A prop that does not decide what a figure shows need not be known; it counts as `true`. */
export function knownProps(node: estree.Node, constants: Constants): KnownProps {
  const { values, open } = gathered(node, constants)
  const entries = Object.entries(values).flatMap(([key, known]) => (known ? [[key, known.value] as const] : []))
  return { known: Object.fromEntries(entries), complete: !open && entries.length === Object.keys(values).length }
}

/** Props by name, each with its value if that is known; `open` where there may be others. */
interface Gathered {
  readonly values: Readonly<Record<string, Known>>
  readonly open: boolean
}

const unknown: Gathered = { values: {}, open: true }

function gathered(node: estree.Node, constants: Constants): Gathered {
  if (node.type === 'ObjectExpression') return together(node.properties.map((property) => one(property, constants)))
  if (node.type === 'CallExpression' && nameOf(node.callee) === 'Object.assign') {
    return together(node.arguments.map((part) => gathered(part, constants)))
  }
  const value = evaluate(node, constants)?.value
  if (typeof value !== 'object' || value === null) return unknown
  return {
    values: Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, { value: entry }])),
    open: false,
  }
}

function one(property: estree.Property | estree.SpreadElement, constants: Constants): Gathered {
  if (property.type === 'SpreadElement') return gathered(property.argument, constants)
  const key = property.computed ? undefined : keyOf(property.key)
  if (key === undefined) return unknown
  const known = evaluate(property.value, constants) ?? (isOfThePage(key) ? { value: true } : undefined)
  return { values: { [key]: known }, open: false }
}

/** Later props override earlier ones; behind props that nobody knows, no earlier one is certain. */
function together(parts: readonly Gathered[]): Gathered {
  return parts.reduce<Gathered>(
    (before, { values, open }) =>
      open ? { values, open: true } : { values: { ...before.values, ...values }, open: before.open },
    { values: {}, open: false },
  )
}
