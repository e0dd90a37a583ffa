import { dataTable } from '../figures/data-table.ts'
import { quoted } from '../figures/description.ts'
import type { Figure } from '../figures/figure.ts'
import type { About } from '../output/svg.ts'
import { table } from '../output/table.ts'
import type { EditableFigure } from './editable-figure.ts'
import { drawings, type Edited } from './edited.ts'
import { type Edition, isSame, mdxLine } from './edition.ts'

/** The element of a figure, which wakes as it is put in a page and sleeps when it is taken out. */
export interface Host extends HTMLElement {
  connectedCallback(): void
  disconnectedCallback(): void
}

/** Puts the drawings, the numbers and the tag of an edition in the place of what the page shows. */
export function exhibit(
  host: Host,
  kind: Figure<EditableFigure>,
  figure: EditableFigure,
  edition: Edition,
  { reading, selected }: Edited,
): void {
  const [stage, , editor] = host.children as unknown as [HTMLElement, HTMLElement, HTMLElement]
  const original = isSame(edition, figure)
  editor.dataset.about ??= JSON.stringify(aboutOf(stage))
  const printed: About = JSON.parse(editor.dataset.about)
  const title = retitled(printed.title, quoted(reading))
  const said = host.querySelector('.rnn-cell') as HTMLElement
  said.textContent = ''
  delete said.dataset.cell
  for (const element of host.closest('figure')?.querySelectorAll<HTMLElement>('.rnn-details > :not(summary)') ?? []) {
    if (element.className === 'rnn-table') element.innerHTML = table(dataTable(reading, selected))
    // Sentences, files and program are the printed figure's.
    else element.hidden = !original
  }
  const line = editor.querySelector('code') as HTMLElement
  line.textContent = mdxLine(figure, edition)
  line.hidden = original
  host.disconnectedCallback()
  stage.dataset.length = String(edition.symbols.length)
  stage.innerHTML = drawings(kind, figure, { reading, selected }, original ? printed : { title, description: '' }).join(
    '',
  )
  const scrubber = host.querySelector('[type=range]') as HTMLInputElement
  scrubber.max = String(edition.symbols.length * (kind.passes?.(figure.shape) ?? 1))
  scrubber.value = scrubber.max
  host.connectedCallback()
}

/** The title of another sequence; one of the author's own may not have the old one in it. */
function retitled(title: string, sequence: string): string {
  const old = /“\u2068.*\u2069”/s
  return old.test(title) ? title.replace(old, () => sequence) : `${title}: ${sequence}`
}

/** The texts of the build's drawing. */
function aboutOf(stage: Element): About {
  const text = (name: string): string => stage.querySelector(name)?.textContent ?? ''
  return { title: text('title'), description: text('desc'), metadata: JSON.parse(text('metadata')) }
}
