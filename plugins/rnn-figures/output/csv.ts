import type { Table } from '../scene/table.ts'

/** The numbers at full precision as CSV (RFC 4180), the names of the columns in the first line. */
export function csv({ head, rows }: Table): string {
  const lines = rows.map(({ name, label, values }) => [field(name), field(label), ...values].join(','))
  return `${[head.map(field).join(','), ...lines].join('\r\n')}\r\n`
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
