import { safeName } from './safe-name.ts'

type Parts = readonly string[]

/** Names of articles by their paths: of the file, and where several have it, of folders before it until they differ. */
export function articleNames(paths: readonly string[]): readonly string[] {
  const articles = paths.map((path) => path.replace(/\.mdx$/i, '').split(/[\\/]/))
  const names = namesFrom(1, articles)
  return articles.map((parts) => names.get(parts) ?? nameOf(parts, 1))
}

function namesFrom(depth: number, articles: readonly Parts[]): ReadonlyMap<Parts, string> {
  const groups = Map.groupBy(articles, (parts) => nameOf(parts, depth).toLowerCase())
  const entries = [...groups.values()].flatMap((alike) => {
    const isLast = alike.length === 1 || alike.every(({ length }) => length <= depth)
    return isLast ? alike.map((parts) => [parts, nameOf(parts, depth)] as const) : [...namesFrom(depth + 1, alike)]
  })
  return new Map(entries)
}

function nameOf(parts: Parts, depth: number): string {
  return safeName(parts.slice(-depth).join('-'))
}
