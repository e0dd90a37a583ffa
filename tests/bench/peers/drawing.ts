import { text } from 'node:stream/consumers'

/** One heatmap to draw, with everything that another program cannot know. */
export interface Picture {
  /** What ours reads to get the numbers. */
  readonly options: { readonly seq: string; readonly hidden: number; readonly seed: number }
  /** What stands under the columns. */
  readonly labels: readonly string[]
  /** Whose numbers stand beside the rows, counted from 1. */
  readonly units: readonly number[]
  /** T × H, from −1 to 1. */
  readonly values: readonly (readonly number[])[]
}

/** What a program that takes part reads from its standard input. */
export interface Order {
  readonly pictures: readonly Picture[]
  /** How long each picture is drawn over and over, once to warm up and once more while it is measured. */
  readonly seconds: number
}

/** What it writes as the last line of its standard output: one result for each picture. */
export interface Results {
  readonly version: string
  readonly results: readonly Result[]
}

/** A picture as it was drawn, and how long that took. */
export interface Result extends Drawn {
  /** The median time of one drawing. */
  readonly milliseconds: number
}

/** The markup, and the bytes of each file that it shows, as base64. */
export interface Drawn {
  readonly svg: string
  readonly files: readonly string[]
}

/** Draws the picture once. */
export type Drawing = () => Drawn | Promise<Drawn>

/** Draws what is ordered on the standard input; `prepare` does whatever is not measured. */
export async function answer(version: string, prepare: (picture: Picture) => Drawing): Promise<void> {
  const { pictures, seconds }: Order = JSON.parse(await text(process.stdin))
  const results: Result[] = []
  for (const picture of pictures) {
    const drawing = prepare(picture)
    await times(drawing, seconds)
    results.push({ ...(await drawing()), milliseconds: median(await times(drawing, seconds)) })
  }
  console.log(`\n${JSON.stringify({ version, results } satisfies Results)}`)
}

/** Milliseconds of drawings one after another for so many seconds. */
async function times(drawing: Drawing, seconds: number): Promise<readonly number[]> {
  const found: number[] = []
  for (const end = performance.now() + 1000 * seconds; performance.now() < end; ) {
    const started = performance.now()
    const drawn = drawing()
    if (drawn instanceof Promise) await drawn
    found.push(performance.now() - started)
  }
  return found
}

/** The middle one of numbers in order. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** A cell of the matrix as a record: what the libraries of charts take. */
export interface Cell {
  /** Counted from 0. */
  readonly step: number
  /** Counted from 1. */
  readonly unit: number
  readonly value: number
}

/** A record for every value. */
export function cellsOf({ values }: Picture): readonly Cell[] {
  return values.flatMap((units, step) => units.map((value, unit) => ({ step, unit: unit + 1, value })))
}

/** Px of a column and of a row in the others' pictures: as many steps as there are stand in one row. */
export const cellSize = ({ values }: Picture) => ({ width: values.length > 50 ? 14 : 50, height: values.length > 50 ? 4 : 17 })
