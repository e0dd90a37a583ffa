import type { FinishedFigure } from '../figure.ts'
import { type FigureFile, fileMark } from '../figure-files.ts'
import type { Placed } from '../placement.ts'
import type { FigureSpec } from '../spec.ts'
import type { Article, PlacedFigure } from './article.ts'
import { type ArticleFile, articleError, where } from './article-error.ts'
import { type ComponentName, components, published } from './components.ts'
import type { Syntax } from './syntax.ts'

/** Text to be put into a module's code at an offset. */
interface Insertion {
  readonly at: number
  readonly text: string
}

/** A figure and the files that its texts name. */
export interface DrawnFigure {
  readonly figure: FinishedFigure
  readonly files: readonly FigureFile[]
}

/** A finished figure for each different drawing, under what decides it. */
export type Drawings = ReadonlyMap<string, DrawnFigure>

/** The beginning of the name under which code imports a figure's file. */
export const fileModule = 'astro-rnn-figures/files/'

/** All that decides a drawing: figures that differ in nothing else share one. */
export function drawingKey(spec: FigureSpec): string {
  return JSON.stringify({ ...spec, id: undefined, caption: undefined })
}

/**
 * The module's code in which every figure and reference gets its number, its id and its drawing, and an article the
 * components that it uses. Lines keep their numbers.
 */
export function rewrite(code: string, article: Article, drawings: Drawings, file: ArticleFile): string {
  const { figures, references, declared, targets, content, numbered, unbound } = article
  const keys = [...drawings.keys()]
  const files = [...new Set([...drawings.values()].flatMap((drawn) => drawn.files.map(({ name }) => name)))]
  const local = (spec: FigureSpec): string => `__rnn_figure_${keys.indexOf(drawingKey(spec))}`
  const insertions = [
    ...figures.flatMap((figure) => {
      const placed = `placed: ${JSON.stringify(placedOf(article, figure, file))}`
      return added(figure.tag.call.props, figure.spec ? `${placed}, figure: ${local(figure.spec)}` : placed, !numbered)
    }),
    ...references.flatMap(({ call }) => added(call.props, `targets: ${JSON.stringify(targets)}`, !numbered)),
    ...(unbound.length === 0 ? [] : [provided(content, unbound, file)]),
  ]
  const exposed = Object.entries(declared.specs).map(([name, spec]) => `${JSON.stringify(name)}: ${local(spec)}`)
  return [
    spliced(code, insertions),
    // Two names: the content function has a variable of the component's name, in whose own definition this one is used.
    ...unbound.map((name) => `import __${name}, { default as ${name} } from '${published}/${components[name]}';`),
    ...files.map((name, index) => `import __rnn_file_${index} from '${fileModule}${name}?url&no-inline';`),
    ...[...drawings.values()].map((drawn, index) => `const __rnn_figure_${index} = ${literal(drawn, files)};`),
    ...(exposed.length === 0 ? [] : [`frontmatter.rnnFigures = { ${exposed.join(', ')} };`]),
  ].join('\n')
}

/** The figure as code, in which the addresses of its files are what their imports give. */
function literal({ figure, files: own }: DrawnFigure, files: readonly string[]): string {
  return own.reduce(
    (code, { name }) => code.replaceAll(fileMark + name, `" + __rnn_file_${files.indexOf(name)} + "`),
    JSON.stringify(figure),
  )
}

function placedOf({ declared }: Article, { tag, placement, spec }: PlacedFigure, file: ArticleFile): Placed {
  if (spec) return { ...placement, caption: spec.caption }
  return { ...placement, where: where(file, tag.place()), declared: declared.options }
}

/** Adds props to a call. In a component, what its own props hand through stays, such as the place of what it wraps. */
function added({ start, end }: Syntax, props: string, handedThrough: boolean): readonly Insertion[] {
  const [before, after] = handedThrough ? [`{ ${props} }, `, ''] : ['', `, { ${props} }`]
  return [
    { at: start, text: `Object.assign({}, ${before}` },
    { at: end, text: `${after})` },
  ]
}

/** Binds the components that an article uses without importing them; those that a page hands over go first. */
function provided(content: number | undefined, unbound: readonly ComponentName[], file: ArticleFile): Insertion {
  const own = unbound.map((name) => `${name}: __${name}`).join(', ')
  if (content !== undefined)
    return { at: content, text: ` props = { ...props, components: { ${own}, ...props.components } };` }
  const message = `<${unbound[0]}> cannot be provided here: the compiled article has an unknown form.`
  const hint = `Import it: import { ${unbound.join(', ')} } from '${published}'.`
  throw articleError({ message, hint }, file, undefined)
}

function spliced(code: string, insertions: readonly Insertion[]): string {
  const sorted = insertions.toSorted((a, b) => a.at - b.at)
  const pieces = sorted.map(({ at, text }, index) => code.slice(sorted[index - 1]?.at ?? 0, at) + text)
  return pieces.join('') + code.slice(sorted.at(-1)?.at ?? 0)
}
