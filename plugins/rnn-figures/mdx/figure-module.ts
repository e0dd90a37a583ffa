import type { FigureSpec } from '../spec.ts'

const prefix = 'virtual:astro-rnn-figures/figure?spec='
const resolved = `\0${prefix}`

/** Matches the ids that `specOf` reads. */
export const figureModule = new RegExp(`^${resolved.replace(/[?/]/g, '\\$&')}`)
/** Matches what articles import. */
export const figureImport = new RegExp(`^${prefix.replace(/[?/]/g, '\\$&')}`)

/** What to import for a finished figure: the id carries all that decides the drawing, so nothing can be lost. */
export function figureId(spec: FigureSpec): string {
  const { id: _id, caption: _caption, ...drawing } = spec
  return prefix + Buffer.from(JSON.stringify(drawing)).toString('base64url')
}

/** The id under which Vite keeps the module. */
export function resolvedId(id: string): string {
  return `\0${id}`
}

/** The figure that a module's id describes. */
export function specOf(id: string): FigureSpec {
  return JSON.parse(Buffer.from(id.slice(resolved.length), 'base64url').toString('utf8'))
}
