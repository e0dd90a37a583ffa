import { decimals } from '../output/table.ts'
import { box, type Stretch, stretchesOf } from './stretch.ts'

/** A value's place: the step and the row, both counted from 0. */
type Cell = readonly [step: number, row: number]

const moves: Readonly<Record<string, Cell>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  Home: [Number.NEGATIVE_INFINITY, 0],
  End: [Number.POSITIVE_INFINITY, 0],
}

/** Says the value under the pointer, or the one that arrow keys lead to, and puts a cursor around it. */
export function act(host: HTMLElement, event: Event): void {
  const said = host.querySelector('.rnn-cell') as HTMLElement
  const svgs = [...(host.firstElementChild as Element).querySelectorAll('svg')]
  const stretches = stretchesOf(svgs[0] as SVGElement)
  const steps = Number((host.firstElementChild as HTMLElement).dataset.length)
  const rows = Math.max(...stretches.map(([, , , , , , , from = 0, count = 0]) => from + count))
  const [step, row]: Cell = JSON.parse(said.dataset.cell ?? `[${steps - 1},0]`)
  const move = moves[(event as KeyboardEvent).key]
  const cell: Cell | undefined =
    event instanceof MouseEvent
      ? svgs.flatMap((svg) => cellsAt(svg, event.clientX, event.clientY, steps))[0]
      : event.type === 'focusin'
        ? [step, row]
        : move && [step + move[0], row + move[1]]
  if (!cell) return
  const at: Cell = [within(cell[0], steps), within(cell[1], rows)]
  said.dataset.cell = JSON.stringify(at)
  for (const svg of svgs) cursorOf(svg).setAttribute('d', areaOf(svg, at, steps))
  words(host, svgs[0] as SVGElement, at).then((text) => {
    // Another value may have been asked for since.
    if (said.dataset.cell === JSON.stringify(at)) said.textContent = text
  })
}

function within(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1))
}

/** `unit 3, step 5 (c): 0.312`, as the table has it; what the table leaves out stands in the file with the numbers. */
async function words(host: HTMLElement, svg: SVGElement, [step, row]: Cell): Promise<string> {
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

function cursorOf(svg: SVGElement): Element {
  if (!svg.querySelector('.rnn-cursor')) svg.insertAdjacentHTML('beforeend', '<path class="rnn-cursor"/>')
  return svg.querySelector('.rnn-cursor') as Element
}

/** The step of a place that is counted in the order of reading, and the other way round. */
function turned(pitch: number, place: number, steps: number): number {
  return pitch > 0 ? place : steps - 1 - place
}

function areaOf(svg: SVGElement, [step, row]: Cell, steps: number): string {
  const areas = stretchesOf(svg).map(([first, count, x, pitch, width, y, height, from = 0, rows = 0]: Stretch) => {
    const place = turned(pitch, step, steps) - (first % steps)
    if (place < 0 || place >= count || row < from || row >= from + rows) return ''
    const side = height / rows
    return box(x + place * pitch, y + (row - from) * side, width, side)
  })
  return areas.join('')
}

/** The cell of a drawing under a point of the window, if there is one. */
function cellsAt(svg: SVGSVGElement, clientX: number, clientY: number, steps: number): readonly Cell[] {
  const { left, top, width: shown } = svg.getBoundingClientRect()
  const scale = svg.viewBox.baseVal.width / shown
  const [right, down] = [(clientX - left) * scale, (clientY - top) * scale]
  return stretchesOf(svg).flatMap(
    ([first, count, x, pitch, width, y, height, from = 0, rows = 0]: Stretch): readonly Cell[] => {
      const place = Math[pitch > 0 ? 'floor' : 'ceil']((right - x) / pitch)
      const row = Math.floor(((down - y) / height) * rows)
      const inside = place >= 0 && place < count && right - x - place * pitch < width && row >= 0 && row < rows
      return inside ? [[turned(pitch, (first + place) % steps, steps), from + row]] : []
    },
  )
}
