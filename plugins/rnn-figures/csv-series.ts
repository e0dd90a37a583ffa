import { parse } from 'csv-parse/sync'
import { matrixOf } from './network/matrix.ts'
import { networkError } from './network/network-error.ts'
import type { Series } from './network/series.ts'

/**
 * A series from CSV (UTF-8, separated by commas, semicolons or tabs): a line for each step. A first line without
 * numbers names the columns; a first column that is not of numbers names the steps.
 */
export function series(bytes: Uint8Array): Series {
  const lines = linesOf(bytes)
  const named = lines[0]?.every((field) => !isNumber(field)) ?? false
  const body = named ? lines.slice(1) : lines
  const labelled = body.some(([first = '']) => !isNumber(first))
  const from = labelled ? 1 : 0
  for (const [index, fields] of body.entries()) checkLine(fields, index + (named ? 2 : 1), from, body[0]?.length ?? 0)
  if (body.length === 0 || (body[0]?.length ?? 0) <= from) throw wrong('The CSV file has no numbers.')
  return {
    values: matrixOf(body.map((fields) => fields.slice(from).map(Number))),
    ...(labelled ? { labels: body.map(([label = '']) => label) } : {}),
    ...(named ? { names: (lines[0] ?? []).slice(from) } : {}),
  }
}

function linesOf(bytes: Uint8Array): readonly (readonly string[])[] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const [first = ''] = text.split('\n', 1)
    const delimiter = [';', '\t'].find((candidate) => first.includes(candidate)) ?? ','
    return parse(text, { bom: true, delimiter, trim: true, skip_empty_lines: true, relax_column_count: true })
  } catch (error) {
    const why = error instanceof TypeError ? 'It is not UTF-8 text.' : String((error as Error).message)
    throw wrong(`The CSV file cannot be read: ${why}`)
  }
}

function checkLine(fields: readonly string[], line: number, from: number, count: number): void {
  if (fields.length !== count) {
    throw wrong(`Row ${line} of the CSV file has ${fields.length} fields and the first has ${count}.`)
  }
  const odd = fields.findIndex((field, index) => index >= from && !isNumber(field))
  if (odd >= 0) throw wrong(`Row ${line} of the CSV file has ${JSON.stringify(fields[odd])} where a number belongs.`)
}

function isNumber(field: string): boolean {
  return field !== '' && Number.isFinite(Number(field))
}

function wrong(message: string): Error {
  return networkError(message, {
    option: 'values',
    hint: 'A line for each step, a column for each input; a header line and a first column of names may be there.',
  })
}
