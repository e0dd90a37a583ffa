import type { Looking } from './replay-sight.ts'

/** What an edition consists of, as it stands in the page. */
export interface EditionSeen {
  /** The drawings as markup. */
  readonly drawings: readonly string[]
  /** The symbols below the drawing that can be seen. */
  readonly symbols: string
  /** Everything under "Description and data" that can be opened. */
  readonly details: string
  readonly field: string
  readonly seed: string
  readonly line: string
  readonly steps: string
}

export function editionOf({ evaluate }: Looking, id: string): Promise<EditionSeen> {
  return evaluate((figureId) => {
    const figure = document.getElementById(figureId) as HTMLElement
    const svgs = [...figure.querySelectorAll('.rnn-stage > svg')]
    const visible = svgs.find((svg) => svg.checkVisibility())
    const letters = visible?.querySelectorAll('text.rnn-mono, text > .rnn-mono') ?? []
    const text = (selector: string): string => figure.querySelector(selector)?.textContent ?? ''
    const details = [...figure.querySelectorAll<HTMLElement>('.rnn-details > *')].filter(({ hidden }) => !hidden)
    return {
      drawings: svgs.map(({ outerHTML }) => outerHTML),
      symbols: Array.from(letters, ({ textContent }) => textContent).join(' '),
      details: details.map(({ innerHTML }) => innerHTML).join('\n'),
      field: figure.querySelector('textarea')?.value ?? '',
      seed: text('.rnn-seed'),
      line: text('.rnn-mdx'),
      steps: figure.querySelector<HTMLInputElement>('[type=range]')?.max ?? '',
    }
  }, id)
}

/** The drawings as the build would write them: what they say about themselves and what a player adds is taken out. */
export function bareDrawings({ evaluate }: Looking, id: string): Promise<readonly string[]> {
  return evaluate((figure) => {
    const svgs = document.querySelectorAll(`#${figure} .rnn-stage > svg, #${figure} > svg`)
    return Array.from(svgs, (svg) => {
      const bare = svg.cloneNode(true) as SVGElement
      for (const added of bare.querySelectorAll('title, desc, metadata, clipPath, .rnn-lit, .rnn-cursor'))
        added.remove()
      for (const clipped of bare.querySelectorAll('[clip-path]')) clipped.removeAttribute('clip-path')
      for (const values of bare.querySelectorAll('.rnn-values')) values.classList.remove('rnn-values')
      for (const empty of bare.querySelectorAll('[class=""]')) empty.removeAttribute('class')
      for (const group of bare.querySelectorAll('g'))
        if (group.attributes.length === 0) group.replaceWith(...group.children)
      delete bare.dataset.steps
      delete bare.dataset.order
      return bare.outerHTML
    })
  }, id)
}
