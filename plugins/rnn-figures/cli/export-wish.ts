import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FileName } from '../output/format.ts'
import type { Typefaces } from '../output/typefaces.ts'
import type { Appearance } from '../spec.ts'
import { checkedAppearance } from './checked-figure.ts'
import { formatsIn } from './file-formats.ts'
import { listed, type Values } from './flags.ts'
import { namedFonts } from './named-fonts.ts'
import { usageError } from './usage-error.ts'
import { reason } from './written-file.ts'

/** How the figures of articles are written. */
export interface ExportWish {
  readonly folder: string
  /** Nothing where each article decides. */
  readonly formats: readonly FileName[] | undefined
  readonly looks: Appearance
  readonly typefaces: Typefaces
  /** The folder outside of which no file is read that a figure names. */
  readonly root: string
}

/** What flags ask for. Throws a usage error for what cannot be. */
export function exportWish({ out, formats, fonts, ...values }: Values): ExportWish {
  return {
    folder: out === undefined ? 'figures' : String(out),
    formats: formats === undefined ? undefined : formatsIn(listed(formats)),
    looks: checkedAppearance(values),
    typefaces: namedFonts(listed(fonts)),
    root: packageFolder(process.cwd()),
  }
}

/** Makes the folder that files go to. Throws a usage error where none can be written there. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw usageError(`--out names ${JSON.stringify(folder)}, which cannot be written: ${reason(error)}.`)
  }
}

/** The nearest folder, from this one upwards, that holds a package; this one where there is none. */
function packageFolder(start: string): string {
  const upwards = (folder: string): string => {
    if (existsSync(join(folder, 'package.json'))) return folder
    return dirname(folder) === folder ? start : upwards(dirname(folder))
  }
  return upwards(start)
}
