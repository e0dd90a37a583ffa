import type { Table } from '../scene/table.ts'
import type { About } from './svg.ts'

/** The numbers at full precision as JSON, with what they are: a list of `values` for each step, one for each unit. */
export function json({ head, rows }: Table, { title, description, metadata }: About): string {
  const [, label = 'symbol', ...units] = head
  const lines = rows.map(({ name, label: shown, values }) =>
    JSON.stringify({ step: Number(name), [label]: shown, values }),
  )
  const about = JSON.stringify({ title, description, ...metadata, units })
  return `${about.slice(0, -1)},"steps":[\n${lines.join(',\n')}\n]}\n`
}
