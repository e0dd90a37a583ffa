import { parse } from 'csv-parse/sync'
import { matrixOf } from './network/matrix.ts'
import { networkError } from './network/network-error.ts'
import type { Series } from './network/series.ts'

/** A line of a CSV file that is not empty, and its number. */
interface Line {
  readonly number: number
  readonly fields: readonly string[]
}

/** A file taken apart at a separator, and how it writes numbers. */
interface Table {
  readonly lines: readonly Line[]
  readonly numberOf: (field: string) => number
}

/**
 * A series from CSV (UTF-8, separated by commas, semicolons or tabs; with the latter two, decimal commas are read): a
 * line for each step. A first line without numbers names the columns; a first column without numbers names the steps.
 * `file` is what messages call it.
 */
export function series(bytes: Uint8Array, file = 'the CSV file'): Series {
  const { lines, numberOf } = tableIn(decoded(bytes, file), file)
  const isNumber = (field = ''): boolean => field !== '' && Number.isFinite(numberOf(field))
  const named = lines[0]?.fields.every((field) => !isNumber(field)) ?? false
  const body = named ? lines.slice(1) : lines
  const labelled = body.every(({ fields: [first] }) => !isNumber(first))
  const from = labelled ? 1 : 0
  const count = body[0]?.fields.length ?? 0
  if (count <= from) throw wrong(`There are no numbers in ${file}.`)
  for (const { number, fields } of body) {
    if (fields.length !== count) {
      throw wrong(
        `Line ${number} of ${file} has another number of fields (${fields.length}) than the first (${count}).`,
      )
    }
    const odd = fields.findIndex((field, index) => index >= from && !isNumber(field))
    const column = named ? ` in the column ${JSON.stringify(lines[0]?.fields[odd] ?? '')}` : ''
    if (odd >= 0)
      throw wrong(`Line ${number} of ${file} has ${JSON.stringify(fields[odd])} where a number belongs${column}.`)
  }
  return {
    values: matrixOf(body.map(({ fields }) => fields.slice(from).map(numberOf))),
    ...(labelled ? { labels: body.map(({ fields: [label = ''] }) => label) } : {}),
    ...(named ? { names: (lines[0]?.fields ?? []).slice(from) } : {}),
  }
}

/** The separator is the one that finds the most fields. */
function tableIn(text: string, file: string): Table {
  const found = [',', ';', '\t'].map((delimiter) => parsed(text, delimiter))
  const tables = found.flatMap((result) => ('lines' in result ? [result] : []))
  const [why] = found.flatMap((result) => ('why' in result ? [result.why] : []))
  const width = ({ lines }: Table): number => lines[0]?.fields.length ?? 0
  const widest = tables.toSorted((a, b) => width(b) - width(a))[0]
  if (widest) return widest
  throw wrong(`${file} cannot be read: ${why}`)
}

function parsed(text: string, delimiter: string): Table | { readonly why: string } {
  try {
    const options = { bom: true, delimiter, trim: true, skip_empty_lines: true, relax_column_count: true } as const
    const records = parse(text, { ...options, info: true }) as unknown as readonly Record[]
    const lines = records.map(({ record, info }) => ({ fields: record, number: info.lines }))
    return { lines, numberOf: (field) => Number(delimiter === ',' ? field : field.replace(',', '.')) }
  } catch (error) {
    return { why: String((error as Error).message) }
  }
}

/** What csv-parse gives for a line. */
interface Record {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw networkError(`${file} is not UTF-8 text.`, { option: 'values', hint: 'Save it as CSV in UTF-8.' })
  }
}

function wrong(message: string): Error {
  return networkError(message, {
    option: 'values',
    hint: 'A line for each step, a column for each input; a header line and a first column of names may be there.',
  })
}
