import { AstroError } from 'astro/errors'
import { z } from 'astro/zod'
import { type BuiltinDriverOptions, builtinDrivers, type Driver } from 'unstorage'
import { type Labels, labelProblem } from './labels.ts'
import { type Appearance, appearanceSpec } from './spec.ts'
import { must, near } from './wording.ts'

/** What a site may set for all its figures. */
export interface SiteOptions extends Appearance {
  /** Paths, seen from the site's root, of TrueType or OpenType files for symbols that the bundled fonts lack. */
  readonly fonts?: readonly string[] | undefined
  /** A store that several machines share, for example `{ driver: 'redis', url }`; any driver of unstorage. */
  readonly cache?: SharedStore | undefined
  /** The words on and of the players, where the site's language is not English. */
  readonly labels?: Partial<Labels> | undefined
  /** Makes a picture of 1200 × 630 px for links to each article, with its title and its first figure. */
  readonly card?: CardOptions | undefined
}

/** A driver of unstorage by name, with its options, or a driver itself. */
export type SharedStore =
  | Driver
  | {
      readonly [K in keyof BuiltinDriverOptions]: { readonly driver: K } & BuiltinDriverOptions[K]
    }[keyof BuiltinDriverOptions]

/** What stands on the picture of every article. */
export interface CardOptions {
  /** The name of the site. */
  readonly site: string
  /** The path, seen from the site's root, of a TrueType, OpenType or WOFF file for the words. */
  readonly font?: string | undefined
}

const texts = must('a list of paths of font files')
const store = must("a store such as { driver: 'redis', url: 'redis://…' }")

const siteOptionsSpec = z.strictObject({
  ...appearanceSpec.shape,
  fonts: z.array(z.string(texts).min(1, texts), texts).optional(),
  cache: z.custom<SharedStore>(isStore, store).optional(),
  labels: z.custom<Partial<Labels>>().optional(),
  card: z
    .strictObject(
      { site: z.string(must('the name of the site')), font: z.string(must('the path of a font file')).optional() },
      must("the words on a card such as { site: 'My notebook' }"),
    )
    .optional(),
})

function isStore(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return 'driver' in value ? typeof value.driver === 'string' : 'getItem' in value
}

/** Checks what a configuration says. Throws an error that names the option and what is allowed. */
export function checkedSiteOptions(written: unknown): SiteOptions {
  const result = siteOptionsSpec.safeParse(written)
  if (!result.success) throw wrongOption(result.error.issues[0])
  const { labels } = result.data
  const wrong = labels === undefined ? undefined : labelProblem(labels)
  if (wrong) throw new AstroError(`rnnFigures(): ${wrong.message}`, wrong.hint)
  const { cache } = result.data
  if (cache && 'driver' in cache && !Object.hasOwn(builtinDrivers, cache.driver)) {
    const message = `rnnFigures(): \`cache\` names the driver "${cache.driver}", which unstorage does not have.`
    throw new AstroError(message, near(cache.driver, driverNames).hint)
  }
  return result.data as SiteOptions
}

/** Each once: unstorage knows most in two spellings. */
const driverNames = Object.keys(builtinDrivers).filter((name) => name === name.toLowerCase())

function wrongOption(issue: z.core.$ZodIssue | undefined): AstroError {
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    const known = Object.keys(issue.path[0] === 'card' ? { site: 0, font: 0 } : siteOptionsSpec.shape)
    return new AstroError(
      `rnnFigures(): there is no option \`${[...issue.path, key].join('.')}\`.`,
      near(key, known).hint,
    )
  }
  if (issue?.path.length === 0)
    return new AstroError('rnnFigures() takes a set of options such as { palette: "vivid" }.')
  const option = issue?.path.filter((part) => typeof part === 'string').join('.')
  return new AstroError(`rnnFigures(): \`${option}\` ${issue?.message ?? 'is wrong'}.`)
}
