import { areaOf, type Cell, cellsAt } from './cell.ts'
import { spoken } from './spoken.ts'
import { stretchesOf } from './stretch.ts'

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
  spoken(host, svgs[0] as SVGElement, at).then((text) => {
    // Another value may have been asked for since.
    if (said.dataset.cell === JSON.stringify(at)) said.textContent = text
  })
}

function within(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1))
}

function cursorOf(svg: SVGElement): Element {
  if (!svg.querySelector('.rnn-cursor')) svg.insertAdjacentHTML('beforeend', '<path class="rnn-cursor"/>')
  return svg.querySelector('.rnn-cursor') as Element
}
