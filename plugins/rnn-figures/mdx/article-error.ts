import { AstroError } from 'astro/errors'
import type { Problem } from '../checked.ts'
import type { Place } from './source.ts'

/** An error as an author meets it: what is wrong, where, and what is allowed. */
export function articleError(
  { message, hint }: Pick<Problem, 'message' | 'hint'>,
  file: ArticleFile,
  place: Place | undefined,
): AstroError {
  const error = new AstroError(`${message} (${where(file, place)})`, hint)
  error.name = 'RnnFigureError'
  return Object.assign(error, { loc: { file: file.path, line: place?.line ?? 1, column: place?.column ?? 1 } })
}

/** A source file: `path` is absolute, `shown` is its path from the site's root. */
export interface ArticleFile {
  readonly path: string
  readonly shown: string
}

/** `content/articles/abra.mdx:12:3`, as far as the place is known. */
export function where({ shown }: ArticleFile, place: Place | undefined): string {
  return place ? `${shown}:${place.line}:${place.column}` : shown
}
