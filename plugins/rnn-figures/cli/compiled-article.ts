import { parse } from 'acorn'
import type * as estree from 'estree'
import { mdxToJs } from 'satteri'
import { type ArticleFile, articleError } from '../mdx/article-error.ts'
import { frontmatterIn } from './frontmatter.ts'

/** The syntax tree of the module that Astro would make of an article; nothing in it is run. */
export function compiledArticle(source: string, file: ArticleFile): estree.Program {
  const { values, content } = frontmatterIn(source, file)
  const code = `${codeOf(content, file)}\nexport const frontmatter = ${JSON.stringify(values)};`
  try {
    return parse(code, { ecmaVersion: 'latest', sourceType: 'module' }) as estree.Node as estree.Program
  } catch (error) {
    // Its places are those of the compiled code.
    const message = `The code in this article cannot be read: ${(error as Error).message.replace(/ \(\d+:\d+\)$/, '')}.`
    throw articleError({ message }, file, undefined)
  }
}

function codeOf(content: string, file: ArticleFile): string {
  try {
    return mdxToJs(content, { jsxImportSource: 'astro' }).code
  } catch (error) {
    const code = codeWithFormulas(content)
    if (code === undefined) throw mdxError(error as Error, file)
    return code
  }
}

/** Braces in `$\frac{a}{b}$` are no code where a site has formulas; its configuration, which knows, is not read. */
function codeWithFormulas(content: string): string | undefined {
  try {
    return mdxToJs(content, { jsxImportSource: 'astro', features: { math: true } }).code
  } catch {
    return undefined
  }
}

/** `3:1: Expected a closing tag for <a> (3:1) (mdx-jsx:unexpected-character)` */
function mdxError({ message }: Error, file: ArticleFile): Error {
  const [, line, column, text = message] = /^(\d+):(\d+): ([\s\S]*)$/.exec(message) ?? []
  const sentence = text.replace(/( \(\d+:\d+\))? \([\w-]+:[\w-]+\)$/, '')
  const place = line === undefined ? undefined : { line: Number(line), column: Number(column) }
  return articleError({ message: `This is not MDX: ${sentence}.` }, file, place)
}
