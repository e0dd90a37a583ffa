import { LineCounter, parseDocument } from 'yaml'
import { type ArticleFile, articleError } from '../mdx/article-error.ts'

/** The metadata of an article, and its text with blanks in their place, so that lines and columns stay. */
export interface Frontmatter {
  readonly values: object
  readonly content: string
}

// Where Astro looks for it.
const block = /(?:^\uFEFF?|^\s*\n)(---|\+\+\+)([\s\S]*?\n)(?:---|\+\+\+)/

/** Parts the frontmatter from an article. Throws an error with a place if it is not YAML. */
export function frontmatterIn(source: string, file: ArticleFile): Frontmatter {
  const [whole, fence, text = ''] = block.exec(source) ?? []
  if (whole === undefined) return { values: {}, content: source }
  const blank = whole.replace(/[^\r\n]/g, ' ')
  const content = source.replace(whole, () => blank)
  if (fence === '+++') throw articleError(toml, file, undefined)
  const before = whole.slice(0, whole.indexOf(text)).split('\n').length - 1
  return { values: yamlValues(text, before, file), content }
}

const toml = {
  message: 'The frontmatter is TOML, which is not read here.',
  hint: 'Write it as YAML, between two lines of three hyphens.',
}

function yamlValues(text: string, linesBefore: number, file: ArticleFile): object {
  const lineCounter = new LineCounter()
  // What Astro's own reader knows besides: dates, and sets that take over the entries of others.
  const document = parseDocument(text, { lineCounter, prettyErrors: false, customTags: ['timestamp'], merge: true })
  const [error] = document.errors
  if (error) {
    const { line, col } = lineCounter.linePos(error.pos[0])
    const message = `The frontmatter is not YAML: ${error.message}${error.message.endsWith('.') ? '' : '.'}`
    throw articleError({ message }, file, { line: line + linesBefore, column: col })
  }
  try {
    const values: unknown = document.toJS()
    return typeof values === 'object' && values !== null ? values : {}
  } catch (error) {
    throw articleError({ message: `The frontmatter cannot be read: ${(error as Error).message}.` }, file, undefined)
  }
}
