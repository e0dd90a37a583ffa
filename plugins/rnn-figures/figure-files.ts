import { csv } from './output/csv.ts'
import { indexedPng } from './output/indexed-png.ts'
import type { Raster } from './scene/scene.ts'
import type { Table } from './scene/table.ts'
import { bytesHash } from './weights-hash.ts'

/** A file that belongs to a figure, named after its bytes. */
export interface FigureFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What stands in a figure's texts before the name of one of its files, in the place of an address. */
export const fileMark = 'rnn-file:'

/** Where a figure finds what its markup does not hold. */
export interface Addresses {
  readonly picture: (raster: Raster) => string
  /** Missing where there is no place for a file of all numbers. */
  readonly data?: (table: () => Table) => string
}

/** The files of a figure as they are made; their addresses are marks. */
export interface FigureFiles extends Required<Addresses> {
  readonly all: () => readonly FigureFile[]
}

/** An empty collection. A picture that both layouts show is made once. */
export function figureFiles(): FigureFiles {
  const files = new Map<string, Uint8Array>()
  const pictures = new Map<string, string>()
  const add = (bytes: Uint8Array, ending: string): string => {
    const name = `rnn-${bytesHash(bytes).slice(0, 16)}.${ending}`
    files.set(name, bytes)
    return fileMark + name
  }
  return {
    picture(raster) {
      const key = `${raster.ramp} ${raster.columns} ${bytesHash(new Uint8Array(raster.levels.buffer))}`
      const address = pictures.get(key) ?? add(indexedPng(raster), 'png')
      pictures.set(key, address)
      return address
    },
    data: (table) => add(new TextEncoder().encode(csv(table())), 'csv'),
    all: () => Array.from(files, ([name, bytes]) => ({ name, bytes })),
  }
}
