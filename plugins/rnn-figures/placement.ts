import { unnamed } from './figure-props.ts'
import type { Appearance } from './spec.ts'

/** What decides a figure's number and id: what its author wrote, and whether the page shows it exactly once. */
export interface Use {
  readonly name: string | undefined
  readonly id: string | undefined
  readonly once: boolean
}

/** The number that a figure bears and the id that links lead to; both are missing where a page may repeat the figure. */
export interface Placement {
  readonly number?: number
  readonly id?: string
}

/**
 * Numbers in reading order. An id that an author wrote is kept; others come from the figure's name or number and keep
 * clear of `others`, the ids that the page already has.
 */
export function placements(uses: readonly Use[], others: readonly string[]): readonly Placement[] {
  const taken = new Set([...others, ...uses.flatMap(({ id }) => id ?? [])])
  let number = 0
  return uses.map(({ name, id, once }) => {
    if (!once) return id === undefined ? {} : { id }
    number += 1
    if (id !== undefined) return { number, id }
    const free = unused(`fig-${name === undefined || name === unnamed ? number : slug(name)}`, taken)
    taken.add(free)
    return { number, id: free }
  })
}

/** What `<FigureRef to>` can name: the id of each figure, and the name of each that has one. */
export type Targets = Readonly<Record<string, Required<Placement>>>

/** Ids go before names, and the first figure of a name before later ones. */
export function targetsOf(placed: readonly (Placement & { readonly name: string | undefined })[]): Targets {
  const entries = placed.flatMap(({ number, id, name }) =>
    number === undefined || id === undefined ? [] : [{ number, id, name }],
  )
  const named = entries
    .toReversed()
    .flatMap(({ name, ...target }) => (name === undefined ? [] : [[name, target] as const]))
  return Object.fromEntries([...named, ...entries.map(({ name: _, ...target }) => [target.id, target] as const)])
}

/** The position of the first use whose id an earlier one already has, or −1. */
export function repeatedId(uses: readonly Use[]): number {
  return uses.findIndex(
    ({ id, once }, index) => once && id !== undefined && uses.findIndex((use) => use.once && use.id === id) < index,
  )
}

function slug(name: string): string {
  return name.trim().replace(/\s+/g, '-')
}

function unused(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id
  for (let count = 2; ; count++) if (!taken.has(`${id}-${count}`)) return `${id}-${count}`
}

/** What the integration tells a figure about its place; authors never write it. */
export interface Placed extends Placement {
  readonly caption?: string | undefined
  /** The steps (from 1) that links of the page lead to. */
  readonly steps?: readonly number[]
  /** File, line and column of the tag, for errors of figures that are drawn when the page renders. */
  readonly where?: string
  /** The frontmatter's figures, where the options are only known when the page renders. */
  readonly declared?: Readonly<Record<string, object>>
  /** How the site's figures look, for the same ones. */
  readonly usual?: Appearance
}
