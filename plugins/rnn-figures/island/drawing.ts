import { box, type Stretch, stretchesOf } from './stretch.ts'

/** Shows the values of the first `read` of `last` steps; until all are read, the last of them is lit. */
export type Show = (read: number, last: number) => void

/** Adds to a drawing a clip for what is unread, and a light. */
export function awakened(svg: SVGSVGElement): Show {
  // Of an earlier life, or of the drawing that this one was copied from.
  for (const old of svg.querySelectorAll('clipPath, .rnn-lit')) old.remove()
  const id = freeId()
  svg.insertAdjacentHTML(
    'beforeend',
    `<clipPath id="${id}"><path clip-rule="evenodd"/></clipPath><path class="rnn-lit"/>`,
  )
  for (const values of svg.querySelectorAll('.rnn-values')) values.setAttribute('clip-path', `url(#${id})`)
  const [clip, light] = svg.querySelectorAll('clipPath path, .rnn-lit')
  const stretches = stretchesOf(svg)
  return (read, last) => {
    // Everything but what is unread.
    let shown = 'M0 0H1e5V1e5H0z'
    let lit = ''
    for (const stretch of stretches) {
      const [first, count, , pitch, width, , , rows] = stretch
      const next = read - first
      // Two directions may stand side by side in the gaps of each other.
      const together = width < Math.abs(pitch) ? 1 : count
      if (rows !== undefined) {
        for (let place = Math.max(0, next); place < count; place += together) {
          shown += area(stretch, place, Math.min(count, place + together), 1)
        }
      } else if (read < last && next > 0 && next <= count) lit += area(stretch, next - 1, next, 0)
    }
    clip?.setAttribute('d', shown)
    light?.setAttribute('d', lit)
  }
}

function freeId(): string {
  let number = 0
  while (document.getElementById(`rnn-${number}`)) number++
  return `rnn-${number}`
}

/** The area of the places [from, to) of a stretch; neighbouring cells overlap by up to `margin` px, narrow ones by less. */
function area([, , x, pitch, width, y, height]: Stretch, from: number, to: number, margin: number): string {
  const left = x + pitch * (pitch > 0 ? from : to - 1)
  const whole = Math.abs(pitch) * (to - from - 1) + width
  const side = margin * Math.min(1, width / 8)
  return box(left - side, y - margin, whole + 2 * side, height + 2 * margin)
}
