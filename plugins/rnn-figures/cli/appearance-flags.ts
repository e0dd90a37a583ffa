import { paletteNames } from '../output/palettes.ts'
import { sizes, venues } from '../venues.ts'
import type { Flags } from './flags.ts'

const either = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`

/** How figures look. */
export const appearanceFlags: Flags = {
  venue: { takes: 'a name', help: either(Object.keys(venues)) },
  size: { takes: 'a name', help: `how wide the venue prints it: ${either(sizes)}; default: column` },
  palette: { takes: 'a name', help: either(paletteNames) },
  grey: { help: 'squares instead of colours: area for magnitude, open where negative' },
  fonts: { takes: 'paths', help: 'font files for symbols that the bundled fonts lack, parted by commas' },
}
