import type { AstroIntegrationLogger } from 'astro'
import type { SharedStore } from '../site-options.ts'
import { type Cache, cache } from './cache.ts'
import { driverOf } from './driver.ts'
import { folderDriver } from './folder-driver.ts'
import { tiered } from './tiered.ts'

/** The cache of a folder (absolute), before one that others share; what fails is a warning. */
export async function siteCache(
  folder: string,
  shared: SharedStore | undefined,
  logger: AstroIntegrationLogger,
): Promise<Cache> {
  const failed = (which: string) => (why: string) =>
    logger.warn(`The ${which} of figures cannot be used, so what it lacks is drawn anew: ${why}`)
  const own = cache(folderDriver(folder), failed('cache'))
  return shared ? tiered(own, cache(await driverOf(shared), failed('shared cache'))) : own
}
