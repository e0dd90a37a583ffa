import { decimals } from '../output/table.ts'
import type { Cell } from './cell.ts'

/** `unit 3, step 5 (c): 0.312`, as the table has it; what the table leaves out stands in the file with the numbers. */
export async function spoken(host: HTMLElement, svg: SVGElement, [step, row]: Cell): Promise<string> {
  const figure = host.closest('figure')
  const table = figure?.querySelector('table')
  const order: readonly number[] | undefined = JSON.parse(svg.dataset.order ?? 'null')
  const unit = order?.[row] ?? row
  const head = table?.rows[0]?.cells
  const cells = table?.rows[step + 1]?.cells
  const listed = [cells?.[1]?.textContent, cells?.[unit + 2]?.textContent] as const
  const [symbol, value] = cells ? listed : await filed(figure?.querySelector('.rnn-files a[href*=".json"]'), step, unit)
  return `${head?.[unit + 2]?.textContent ?? ''}, ${head?.[0]?.textContent ?? ''} ${step + 1} (${symbol}): ${value}`
}

/** A step as the file with a figure's numbers has it, with its symbol or its input first. */
type Line = Readonly<Record<string, string | readonly number[]>> & { readonly values: readonly number[] }

const files = new WeakMap<Element, Promise<readonly Line[]>>()

/** The symbol and the value of a step and a unit; question marks where there is no file. */
async function filed(
  link: HTMLAnchorElement | null | undefined,
  step: number,
  unit: number,
): Promise<readonly [string, string]> {
  const line = link ? (await linesOf(link))[step] : undefined
  return line ? [String(line.symbol ?? line.input), decimals(line.values[unit] ?? 0)] : ['?', '?']
}

function linesOf(link: HTMLAnchorElement): Promise<readonly Line[]> {
  const known = files.get(link)
  if (known) return known
  const lines = fetch(link.href).then(async (answer) => (await answer.json()).steps)
  files.set(link, lines)
  lines.catch(() => files.delete(link))
  return lines
}
