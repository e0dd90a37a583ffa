import { type Checked, checked, type Problem } from './checked.ts'
import { type FigureKind, figureSpecs } from './spec.ts'
import { near } from './wording.ts'

/** The props of a `<RnnFigure>` as they arrive. */
export type Props = Readonly<Record<string, unknown>>

const ofThePage = new Set('class class:list labels slot children set:html set:text key figure placed'.split(' '))

/** True for a prop that says where a figure stands on the page and not what it shows. */
export function isOfThePage(name: string): boolean {
  return ofThePage.has(name) || name.startsWith('data-')
}

/** The name of the one figure that `rnn:` declares without a name. */
export const unnamed = 'default'

/** The attributes that go to the `<figure>` element as they are. */
export function attributesOf(props: Props): Props {
  return Object.fromEntries(Object.entries(props).filter(([name]) => name.startsWith('data-')))
}

/** The figure that the props ask for: what the frontmatter declares under `name`, overridden by the other props. */
export function specOf(props: Props, declared: Readonly<Record<string, object>>): Checked {
  const written = Object.fromEntries(Object.entries(props).filter(([name]) => name !== 'name' && !isOfThePage(name)))
  const name = props.name ?? (isComplete(written) ? undefined : unnamed)
  if (name === undefined) return checked(written)
  if (typeof name === 'string' && Object.hasOwn(declared, name)) {
    return checked(overridden(declared[name] ?? {}, written))
  }
  const known = Object.keys(declared).filter((other) => other !== unnamed)
  if (props.name !== undefined) return { problem: undeclared(String(name), known, Object.hasOwn(declared, unnamed)) }
  const result = checked(written)
  const choice = { hint: `Or say which declared figure it is: name="${known[0]}". Declared: ${known.join(', ')}.` }
  return 'problem' in result && known.length > 0 && result.problem.option === 'seq'
    ? { problem: { ...result.problem, ...choice } }
    : result
}

/** True where the options say themselves what is read, so that no declared figure is meant. */
export function isComplete(options: Props): boolean {
  return 'seq' in options || 'values' in options
}

function undeclared(name: string, known: readonly string[], hasUnnamed: boolean): Problem {
  const none = hasUnnamed
    ? 'It declares one figure without a name: leave `name` out.'
    : 'It declares none; write, for example, rnn: { abra: { seq: abracadabra } } in an article.'
  const message = `The frontmatter declares no figure named "${name}".`
  return { option: 'name', message, ...(known.length > 0 ? near(name, known) : { hint: none }) }
}

/** The declared options, without those that only other kinds have where the props choose another kind. */
function overridden(declared: object, written: Props): Props {
  const kind = written.kind as FigureKind
  if (!Object.hasOwn(figureSpecs, kind ?? '')) return { ...declared, ...written }
  const known = figureSpecs[kind].shape
  const anywhere = new Set(Object.values(figureSpecs).flatMap(({ shape }) => Object.keys(shape)))
  const kept = Object.entries(declared).filter(([option]) => option in known || !anywhere.has(option))
  return { ...Object.fromEntries(kept), ...written }
}
