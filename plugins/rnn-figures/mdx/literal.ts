import type * as estree from 'estree'
import { nameOf } from './syntax.ts'

/** A value known from the code alone; nothing where it is only known when the page renders. */
export type Known = { readonly value: unknown } | undefined

/** The value of a module's constant, where the code alone tells it. */
export type Constants = (name: string) => Known

/** The value of an expression made of literals, constants, their members, spreads and templates. */
export function evaluate(node: estree.Node, constants: Constants): Known {
  const evaluator = evaluators[node.type as keyof typeof evaluators] as Evaluator<estree.Node> | undefined
  return evaluator?.(node, constants)
}

type Evaluator<Node> = (node: Node, constants: Constants) => Known

const evaluators: { readonly [K in estree.Node['type']]?: Evaluator<Extract<estree.Node, { type: K }>> } = {
  Literal: (node) => ('regex' in node ? undefined : { value: node.value }),
  Identifier: ({ name }, constants) => (name === 'undefined' ? { value: undefined } : constants(name)),
  UnaryExpression({ operator, argument }, constants) {
    const known = evaluate(argument, constants)
    if (operator === '!' && known) return { value: !known.value }
    if (typeof known?.value !== 'number') return undefined
    return operator === '-' ? { value: -known.value } : operator === '+' ? known : undefined
  },
  TemplateLiteral({ quasis, expressions }, constants) {
    const parts = expressions.map((expression) => evaluate(expression, constants))
    if (!parts.every((part) => part !== undefined)) return undefined
    return {
      value: quasis
        .map(({ value }, index) => `${value.cooked}${index < parts.length ? parts[index]?.value : ''}`)
        .join(''),
    }
  },
  ArrayExpression({ elements }, constants) {
    const values = elements.map((element) =>
      element && element.type !== 'SpreadElement' ? evaluate(element, constants) : undefined,
    )
    return values.every((known) => known !== undefined) ? { value: values.map(({ value }) => value) } : undefined
  },
  ObjectExpression: ({ properties }, constants) =>
    merged(properties.map((property) => propertyValue(property, constants))),
  CallExpression({ callee, arguments: parts }, constants) {
    if (nameOf(callee) !== 'Object.assign') return undefined
    return merged(parts.map((part) => evaluate(part, constants)))
  },
  MemberExpression({ object, property, computed }, constants) {
    const owner = evaluate(object, constants)?.value
    const key = computed ? evaluate(property, constants)?.value : nameOf(property)
    if (typeof owner !== 'object' || owner === null || key === undefined || !Object.hasOwn(owner, String(key)))
      return undefined
    return { value: (owner as Readonly<Record<string, unknown>>)[String(key)] }
  },
}

function propertyValue(property: estree.Property | estree.SpreadElement, constants: Constants): Known {
  if (property.type === 'SpreadElement') return evaluate(property.argument, constants)
  if (property.kind !== 'init') return undefined
  const key = property.computed ? evaluate(property.key, constants)?.value : keyOf(property.key)
  const known = key === undefined ? undefined : evaluate(property.value, constants)
  return known && { value: { [String(key)]: known.value } }
}

/** The name under which a property stands in an object. */
export function keyOf(key: estree.Node): string | undefined {
  return key.type === 'Literal' ? String(key.value) : nameOf(key)
}

function merged(parts: readonly Known[]): Known {
  if (!parts.every((part) => part !== undefined)) return undefined
  return { value: Object.assign({}, ...parts.map(({ value }) => value)) }
}
