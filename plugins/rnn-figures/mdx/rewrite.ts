import type { Placed } from '../placement.ts'
import type { Appearance, FigureSpec } from '../spec.ts'
import type { Article, PlacedFigure } from './article.ts'
import { type ArticleFile, articleError, where } from './article-error.ts'
import { type ComponentName, components, published } from './components.ts'
import type { FinishedArticle } from './finished-article.ts'
import { type StepLinks, stepsOf } from './step-links.ts'
import type { Syntax } from './syntax.ts'

/** Text to be put into a module's code at an offset. */
interface Insertion {
  readonly at: number
  readonly text: string
}

/**
 * The module's code in which every figure and reference gets its number, its id and its drawing (a variable that
 * `variableOf` names), and an article the components that it uses. Lines keep their numbers.
 */
export function rewrite(
  code: string,
  article: Article,
  links: StepLinks,
  variableOf: (spec: FigureSpec) => string,
  file: ArticleFile,
  usual: Appearance,
): Pick<FinishedArticle, 'code' | 'exposed'> {
  const { figures, references, declared, targets, content, numbered, unbound } = article
  const insertions = [
    ...figures.flatMap((figure) => {
      const placed = `placed: ${JSON.stringify(placedOf(article, figure, links, file, usual))}`
      const props = figure.spec ? `${placed}, figure: ${variableOf(figure.spec)}` : placed
      return added(figure.tag.call.props, props, !numbered)
    }),
    ...references.flatMap(({ call }) => added(call.props, `targets: ${JSON.stringify(targets)}`, !numbered)),
    ...(unbound.length === 0 ? [] : [provided(content, unbound, file)]),
  ]
  const imports = unbound.map(
    // Two names: the content function has a variable of the component's name, in whose own definition this one is used.
    (name) => `import __${name}, { default as ${name} } from '${published}/${components[name]}';`,
  )
  const exposed = Object.entries(declared.specs).map(([name, spec]) => `${JSON.stringify(name)}: ${variableOf(spec)}`)
  return {
    code: [spliced(code, insertions), ...imports].join('\n'),
    exposed: exposed.length === 0 ? [] : [`frontmatter.rnnFigures = { ${exposed.join(', ')} };`],
  }
}

function placedOf(
  { declared }: Article,
  { tag, placement, spec }: PlacedFigure,
  links: StepLinks,
  file: ArticleFile,
  usual: Appearance,
): Placed {
  const linked = stepsOf(links, placement.id)
  const place = { ...placement, ...(linked.length > 0 ? { steps: linked } : {}) }
  if (spec) return { ...place, caption: spec.caption }
  return { ...place, where: where(file, tag.place()), declared: declared.options, usual }
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
