import MagicString, { type SourceMap } from 'magic-string'
import type { Placed } from '../placement.ts'
import type { Article, PlacedFigure } from './article.ts'
import { type ArticleFile, articleError, where } from './article-error.ts'
import { type ComponentName, components, published } from './components.ts'
import { figureId } from './figure-module.ts'

/** A module's code with the finished figures passed in. */
export interface Rewritten {
  readonly code: string
  readonly map: SourceMap
}

/** What both Markdown compilers write at the head of an article's content. */
const contentHead = 'function _createMdxContent(props) {'

/** Gives every figure and reference its number, its id and its drawing, and an article the components it uses. */
export function rewrite(code: string, article: Article, file: ArticleFile): Rewritten {
  const text = new MagicString(code)
  const imports = new Map<string, string>()
  const imported = (id: string): string => {
    const name = imports.get(id) ?? `__rnn_figure_${imports.size}`
    imports.set(id, name)
    return name
  }
  const add = ({ start, end }: { readonly start: number; readonly end: number }, props: string): void => {
    text.appendLeft(start, 'Object.assign({}, ').appendRight(end, `, { ${props} })`)
  }
  for (const figure of article.figures) {
    const { tag, spec } = figure
    const placed = JSON.stringify(placedOf(article, figure, file))
    add(tag.call.props, spec ? `placed: ${placed}, figure: ${imported(figureId(spec))}` : `placed: ${placed}`)
  }
  for (const { call } of article.references) add(call.props, `targets: ${JSON.stringify(article.targets)}`)
  const declared = Object.entries(article.declared.specs).map(
    ([name, spec]) => `${JSON.stringify(name)}: ${imported(figureId(spec))}`,
  )
  if (declared.length > 0) text.append(`\nfrontmatter.rnnFigures = { ${declared.join(', ')} };`)
  if (article.unbound.length > 0) provide(text, code, article.unbound, file)
  for (const [id, name] of imports) text.append(`\nimport ${name} from ${JSON.stringify(id)};`)
  return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) }
}

function placedOf({ declared }: Article, { tag, placement, spec }: PlacedFigure, file: ArticleFile): Placed {
  return {
    ...placement,
    caption: spec?.caption,
    where: where(file, tag.place()),
    ...(spec ? {} : { declared: declared.options }),
  }
}

/** Binds the components that an article uses without importing them. */
function provide(text: MagicString, code: string, unbound: readonly ComponentName[], file: ArticleFile): void {
  const head = code.indexOf(contentHead)
  if (head < 0) {
    const message =
      'The components of astro-rnn-figures cannot be provided here: the compiled article has an unknown form.'
    throw articleError(
      { message, hint: `Import them: import { ${unbound.join(', ')} } from '${published}'.` },
      file,
      undefined,
    )
  }
  for (const name of unbound) {
    // Two names: the content function has a variable of the component's name, in whose own definition this one is used.
    text.append(`\nimport __${name}, { default as ${name} } from '${published}/${components[name]}';`)
  }
  const provided = unbound.map((name) => `${name}: __${name}`).join(', ')
  text.appendLeft(head + contentHead.length, ` props = { ...props, components: { ${provided}, ...props.components } };`)
}
