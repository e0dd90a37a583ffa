import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/** One heatmap to draw. */
export interface Picture {
  /** What a network reads to get the values. */
  readonly options: { readonly seq: string; readonly hidden: number; readonly seed: number }
  /** What stands under the columns. */
  readonly labels: readonly string[]
  /** The rows, counted from 1, that have a number. */
  readonly units: readonly number[]
  /** T × H, from −1 to 1. */
  readonly values: readonly (readonly number[])[]
  /** Px of a cell, for programs that do not choose it. */
  readonly cell: { readonly width: number; readonly height: number }
}

/** What a program that takes part reads from its standard input. */
export interface Order {
  readonly pictures: readonly Picture[]
  /** How long each picture is drawn over and over to warm up, and as long again while it is measured. */
  readonly seconds: number
}

/** What it writes as the last line of its standard output: one result for each picture. */
export interface Results {
  readonly version: string
  readonly results: readonly Result[]
}

/** Markup, and as base64 the bytes of each file that it shows. */
export interface Drawn {
  readonly svg: string
  readonly files: readonly string[]
}

/** A picture as it was drawn, and the median time that this took. */
export interface Result extends Drawn {
  readonly milliseconds: number
}

type Drawing = () => Drawn | Promise<Drawn>

/** Draws what is ordered on the standard input; `prepare` does whatever is not measured. */
export async function answer(version: string, prepare: (picture: Picture) => Drawing): Promise<void> {
  const { pictures, seconds }: Order = JSON.parse(await text(process.stdin))
  const results: Result[] = []
  for (const picture of pictures) {
    const drawing = prepare(picture)
    await times(drawing, seconds)
    results.push({ milliseconds: median(await times(drawing, seconds)), ...(await drawing()) })
  }
  console.log(`\n${JSON.stringify({ version, results } satisfies Results)}`)
}

/** Milliseconds of each drawing; one after another for so many seconds. */
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

/** The middle one of the values. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** A value as a record, which is what libraries of charts take; `step` is counted from 0, `unit` from 1. */
export interface Cell {
  readonly step: number
  readonly unit: number
  readonly value: number
}

/** A record for every value. */
export function cellsOf({ values }: Picture): readonly Cell[] {
  return values.flatMap((units, step) => units.map((value, index) => ({ step, unit: index + 1, value })))
}

/** The version of a package of peers. */
export function installed(name: string): string {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'node_modules', name, 'package.json'), 'utf8')).version
}
