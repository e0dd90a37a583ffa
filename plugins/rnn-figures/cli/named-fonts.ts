import { AstroError } from 'astro/errors'
import { fontFiles } from '../font-files.ts'
import type { Typefaces } from '../output/typefaces.ts'
import { siteTypefaces } from '../site-fonts.ts'
import { usageError } from './usage-error.ts'

/** The bundled fonts and those of these paths. Throws a usage error if one of them cannot be used. */
export function namedFonts(paths: readonly string[]): Typefaces {
  try {
    return siteTypefaces(fontFiles(process.cwd(), paths, 'fonts'))
  } catch (error) {
    // A configuration's mistake is told in the words of a configuration.
    if (AstroError.is(error)) throw usageError(error.message.replace(/^rnnFigures\(\): /, ''))
    throw error
  }
}
