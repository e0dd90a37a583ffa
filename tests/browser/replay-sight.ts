import type { Reader } from './reader.ts'

/** What can be seen of a figure that is replayed. */
export interface Sight {
  /** For each row of values, over all bands and from left to right: `#` where something is drawn, `.` where not. */
  readonly rows: readonly string[]
  /** The symbols in a light, and how many other things are in one. */
  readonly lit: readonly string[]
  readonly others: number
  /** Where the scrubber stands. */
  readonly step: number
  /** What is written beside it. */
  readonly place: string
  readonly playing: boolean
  /** The value that is said, what the status says, and what the editor says. */
  readonly cell: string
  readonly status: string
  readonly note: string
}

/** Anything that can look at a page. */
export type Looking = Pick<Reader, 'evaluate'>

/** Looks at a figure, after scrolling to it. What is clipped away is not hit by a point. */
export function sight({ evaluate }: Looking, id: string): Promise<Sight> {
  return evaluate((figureId) => {
    const figure = document.getElementById(figureId) as HTMLElement
    const svg = [...figure.querySelectorAll<SVGSVGElement>('.rnn-stage > svg')].find((one) => one.checkVisibility())
    if (!svg) throw new Error(`#${figureId} has no drawing.`)
    const shown = scrollY
    svg.scrollIntoView({ block: 'center', behavior: 'instant' })
    const { left, top, width } = svg.getBoundingClientRect()
    const scale = width / svg.viewBox.baseVal.width
    const isDrawn = (x: number, y: number): boolean =>
      document
        .elementsFromPoint(left + x * scale, top + y * scale)
        .some((element) => svg.contains(element) && element.closest('.rnn-values, image'))
    // Squares may be small, or empty in the middle.
    const parts = svg.querySelector('.rnn-values .rnn-ink, .rnn-values .rnn-ink-line') ? [0.5, 0.3, 0.7, 0.15] : [0.5]
    const lines = new Map<string, string>()
    const stretches = JSON.parse(svg.dataset.steps as string) as readonly (readonly number[])[]
    stretches.forEach(([, count = 0, x = 0, pitch = 1, cell = 0, y = 0, height = 0, from, rows = 0], place) => {
      if (from === undefined) return
      const lefts = Array.from({ length: count }, (_, step) => x + step * pitch).sort((a, b) => a - b)
      const side = height / (rows || 1)
      for (let row = 0; row < (rows || 1); row++) {
        const isCell = (start: number): boolean =>
          parts.some((across) => parts.some((down) => isDrawn(start + across * cell, y + (row + down) * side)))
        const drawn = lefts.map((start) => (isCell(start) ? '#' : '.'))
        const key = rows ? `${from + row}` : `strip ${place}`
        lines.set(key, (lines.get(key) ?? '') + drawn.join(''))
      }
    })
    const light = svg.querySelector<SVGPathElement>('.rnn-lit')
    const isLit = (text: SVGGraphicsElement): boolean => {
      const box = text.getBBox()
      return light?.isPointInFill(new DOMPoint(box.x + box.width / 2, box.y + box.height / 2)) ?? false
    }
    const lit = [...svg.querySelectorAll<SVGTextElement>('text.rnn-mono, text > .rnn-mono')].filter(isLit)
    const areas = light?.getAttribute('d')?.split('M').length ?? 1
    const text = (selector: string): string => figure.querySelector(selector)?.textContent ?? ''
    scrollTo({ top: shown, behavior: 'instant' })
    return {
      rows: [...lines.values()],
      lit: lit.map(({ textContent }) => textContent),
      others: areas - 1 - lit.length,
      step: Number(figure.querySelector<HTMLInputElement>('[type=range]')?.value),
      place: text('.rnn-place').trim(),
      playing: figure.querySelector('rnn-replay')?.hasAttribute('data-playing') ?? false,
      cell: text('.rnn-cell'),
      status: text('[role=status]'),
      note: text('.rnn-note'),
    }
  }, id)
}

/** A row of so many steps of which so many are drawn. */
export function filled(drawn: number, steps: number): string {
  return '#'.repeat(drawn) + '.'.repeat(steps - drawn)
}
