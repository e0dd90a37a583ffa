import { globSync, realpathSync, statSync } from 'node:fs'
import { usageError } from './usage-error.ts'

/**
 * The articles that words of a command line name, each once, by their real paths. What a shell left alone, such as
 * `'posts/*.mdx'`, is looked up here. Throws a usage error where a word names no article.
 */
export function articlePaths(words: readonly string[]): readonly string[] {
  if (words.length === 0) throw usageError('An article is missing.', example)
  return [...new Set(words.flatMap((word) => found(word)))]
}

const example = 'Name one or several: rnn-figures export content/articles/*.mdx.'

function found(word: string): readonly string[] {
  const stats = statSync(word, { throwIfNoEntry: false })
  const name = JSON.stringify(word)
  if (stats?.isDirectory())
    throw usageError(`${name} is a folder.`, `Name its articles: ${word.replace(/\/$/, '')}/*.mdx.`)
  const paths = stats
    ? [word]
    : globSync(word)
        .filter((path) => path.endsWith('.mdx'))
        .sort()
  if (paths.length === 0) throw usageError(`${name} names no article.`)
  const other = paths.find((path) => !/\.mdx$/i.test(path))
  if (other !== undefined) throw usageError(`${JSON.stringify(other)} is no article: its name does not end with .mdx.`)
  return paths.map((path) => realpathSync(path))
}
