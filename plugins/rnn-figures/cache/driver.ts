import { AstroError } from 'astro/errors'
import { builtinDrivers, type Driver } from 'unstorage'
import type { SharedStore } from '../site-options.ts'

/** The driver of a shared store. Throws an error if it does not load. */
export async function driverOf(shared: SharedStore): Promise<Driver> {
  if (!('driver' in shared)) return shared
  const { driver, ...options } = shared
  try {
    const { default: create } = (await import(builtinDrivers[driver])) as { default: (options: object) => Driver }
    return create(options)
  } catch (error) {
    const hint = `The driver may need a package of its own, such as ioredis: npm install ioredis.`
    throw new AstroError(`rnnFigures(): the driver "${driver}" of \`cache\` cannot be used: ${String(error)}`, hint)
  }
}
