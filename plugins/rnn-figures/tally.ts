import type { Source } from './figure-store.ts'

/** Counts where a build's figures came from, and the time in which at least one was waited for. */
export interface Tally {
  readonly found: (key: string, source: Source) => void
  /** Does something that counts as work on figures. */
  readonly during: <Result>(work: () => Promise<Result>) => Promise<Result>
  /** Hears how many figures of a file are drawn with its page. */
  readonly late: (file: string, count: number) => void
  /** `12 figures: 3 drawn, 9 from the cache, 140 ms`; nothing for a site without figures. */
  readonly line: () => string | undefined
}

/** A tally from nothing; `now` is a clock in milliseconds. */
export function tally(now: () => number): Tally {
  const sources = new Map<string, Source>()
  const later = new Map<string, number>()
  const clock = { busy: 0, since: 0, spent: 0 }
  return {
    found(key, source) {
      // Once drawn, a figure stays drawn, however often it is read afterwards.
      if (sources.get(key) !== 'drawn') sources.set(key, source)
    },
    async during(work) {
      if (clock.busy === 0) clock.since = now()
      clock.busy += 1
      try {
        return await work()
      } finally {
        clock.busy -= 1
        if (clock.busy === 0) clock.spent += now() - clock.since
      }
    },
    late: (file, count) => void later.set(file, count),
    line() {
      const drawn = [...sources.values()].filter((source) => source === 'drawn').length
      const figures = `${sources.size} figure${sources.size === 1 ? '' : 's'}`
      const rest = [...later.values()].reduce((sum, count) => sum + count, 0)
      if (sources.size + rest === 0) return undefined
      const more = rest === 0 ? '' : `; ${rest} more, without files, with ${rest === 1 ? 'its page' : 'their pages'}`
      return `${figures}: ${drawn} drawn, ${sources.size - drawn} from the cache, ${Math.round(clock.spent)} ms${more}`
    },
  }
}
