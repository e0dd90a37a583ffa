import type { Table } from '../scene/table.ts'
import { escaped } from './escaped.ts'

/** The numbers as an HTML table, to three decimals. */
export function table({ caption, head, rows }: Table): string {
  const names = head.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')
  const body = rows.map(({ name, label, values }) => {
    const numbers = values.map((value) => `<td>${decimals(value)}</td>`).join('')
    return `<tr><th scope="row">${escaped(name)}</th><td>${escaped(label)}</td>${numbers}</tr>`
  })
  return `<table><caption>${escaped(caption)}</caption><thead><tr>${names}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

/** A value to three decimals, with a real minus sign. */
export function decimals(value: number): string {
  const thousandths = Math.round(value * 1000)
  const size = Math.abs(thousandths)
  return `${thousandths < 0 ? '−' : ''}${Math.floor(size / 1000)}.${String(size % 1000).padStart(3, '0')}`
}
