import { correlation, distances } from '../analysis/distances.ts'
import { dataTable } from '../figures/data-table.ts'
import type { Figure } from '../figures/figure.ts'
import { printed } from '../figures/legend.ts'
import type { Matrix } from '../network/matrix.ts'
import { symbolsOf, wordsOf } from '../network/sequence.ts'
import type { About } from '../output/svg.ts'
import { table } from '../output/table.ts'
import type { EditableFigure } from './editable-figure.ts'
import { drawings, type Edited, edited } from './edited.ts'
import { type Edition, mdxLine } from './mdx-line.ts'

/** What an editor says, in the page's language. */
interface Words {
  readonly unknown: string
  readonly empty: string
  readonly long: string
  readonly changed: string
  readonly copied: string
  readonly seed: string
}

/** The element of a figure, which wakes and sleeps as it is put in a page and taken out. */
export interface Host extends HTMLElement {
  connectedCallback(): void
  disconnectedCallback(): void
}

/** What the editor of a kind of figure does when something happens in it. Everything it remembers stands in the page. */
export function editor(kind: Figure<EditableFigure>) {
  return (host: Host, event: Event): void => {
    const part = host.querySelector('.rnn-editor') as HTMLElement
    const figure: EditableFigure = JSON.parse(part.dataset.figure as string)
    const words: Words = JSON.parse(part.dataset.labels as string)
    const now: Edition = JSON.parse(part.dataset.now ?? JSON.stringify({ symbols: figure.symbols, seed: figure.seed }))
    const field = part.querySelector('textarea')
    const say = (note: string): void => {
      ;(part.querySelector('.rnn-note') as HTMLElement).textContent = note
    }
    const turn = (next: Edition): Edited => {
      const read = edited(figure, next)
      show(host, part, kind, figure, read, next)
      ;(part.querySelector('.rnn-seed') as HTMLElement).textContent = words.seed.replace('{seed}', String(next.seed))
      return read
    }
    const acts: Readonly<Record<string, () => void>> = {
      original() {
        if (field) field.value = figure.symbols.join(figure.words ? ' ' : '')
        turn(figure)
        say('')
      },
      reroll() {
        const next = { ...now, seed: (now.seed + 1) % 2 ** 32 }
        const before = edited(figure, now).selected.states
        say(change(words.changed, now.seed, next.seed, before, turn(next).selected.states))
      },
      copy() {
        const line = part.querySelector('code') as HTMLElement
        getSelection()?.selectAllChildren(line)
        navigator.clipboard?.writeText(line.textContent).then(() => say(words.copied))
      },
    }
    const { type, target } = event
    if (type === 'click') acts[(target as Element).closest('button')?.value ?? '']?.()
    if (field && (type === 'input' || type === 'compositionend') && !(event as InputEvent).isComposing) {
      const { symbols, note } = typed(figure, field, words)
      const isNew = symbols.length > 0 && String(symbols) !== String(now.symbols)
      if (isNew) turn({ ...now, symbols })
      // What was typed fast may have been told already.
      if (isNew || note !== '') say(note)
    }
  }
}

/** The symbols of the field that there are; what else stands in it is taken out where symbols follow without blanks. */
function typed({ alphabet, words, most }: EditableFigure, field: HTMLTextAreaElement, { unknown, empty, long }: Words) {
  const known = new Set(alphabet)
  const split = words ? wordsOf : symbolsOf
  const written = split(field.value)
  const all = written.filter((symbol) => known.has(symbol))
  const symbols = all.slice(0, most)
  if (!words && symbols.length < written.length) {
    const before = symbolsOf(field.value.slice(0, field.selectionStart)).filter((symbol) => known.has(symbol))
    field.value = symbols.join('')
    const caret = before.join('').length
    field.setSelectionRange(caret, caret)
  }
  const others = [...new Set(written.filter((symbol) => !known.has(symbol)))]
  const note =
    others.length > 0
      ? unknown.replace('{symbols}', others.map((symbol) => JSON.stringify(symbol)).join(', '))
      : all.length > most
        ? long.replace('{most}', String(most))
        : all.length > 0
          ? ''
          : empty
  return { symbols, note }
}

/** What new weights changed, and how far the pattern of similar steps is the same. */
function change(sentence: string, before: number, seed: number, old: Matrix, states: Matrix): string {
  const changed = states.data.filter((value, index) => value !== old.data[index]).length
  const facts: Readonly<Record<string, string | number>> = {
    before,
    seed,
    changed,
    values: states.data.length,
    correlation: likeness(old, states),
  }
  return sentence.replace(/{(\w+)}/g, (mark, name) => String(facts[name] ?? mark))
}

/** How far two runs agree on which steps are alike; a dash where there are too few steps to tell. */
function likeness(old: Matrix, states: Matrix): string {
  const alike = correlation(distances(old), distances(states))
  return Number.isNaN(alike) ? '–' : printed(Number(alike.toFixed(2)))
}

/** Puts the drawings, the numbers and the tag of an edition in the place of what is there. */
function show(
  host: Host,
  part: HTMLElement,
  kind: Figure<EditableFigure>,
  figure: EditableFigure,
  read: Edited,
  next: Edition,
): void {
  const stage = host.firstElementChild as HTMLElement
  const details = host.closest('figure')?.querySelectorAll<HTMLElement>('.rnn-details > :not(summary)') ?? []
  part.dataset.about ??= JSON.stringify(aboutOf(stage))
  part.dataset.now = JSON.stringify({ symbols: next.symbols, seed: next.seed })
  const original = next.seed === figure.seed && String(next.symbols) === String(figure.symbols)
  const about: About = JSON.parse(part.dataset.about)
  const title = about.title.replace(
    /\u2068.*\u2069/s,
    () => `\u2068${next.symbols.join(figure.words ? ' ' : '').toWellFormed()}\u2069`,
  )
  const drawn = drawings(kind, figure, read, original ? about : { title, description: '' })
  for (const element of details) {
    if (element.className === 'rnn-table') element.innerHTML = table(dataTable(read.reading, read.selected))
    else element.hidden = !original
  }
  ;(part.querySelector('[value=original]') as HTMLButtonElement).disabled = original
  ;(part.querySelector('code') as HTMLElement).textContent = mdxLine(figure, next)
  const said = host.querySelector('.rnn-cell') as HTMLElement
  said.textContent = ''
  delete said.dataset.cell
  host.disconnectedCallback()
  stage.innerHTML = drawn.join('')
  ;(host.querySelector('[type=range]') as HTMLInputElement).max = String(next.symbols.length)
  host.connectedCallback()
}

/** The texts of the build's drawing. */
function aboutOf(stage: Element): About {
  const [title, description, metadata] = ['title', 'desc', 'metadata'].map(
    (name) => stage.querySelector(name)?.textContent,
  )
  return { title: title ?? '', description: description ?? '', metadata: JSON.parse(metadata ?? '{}') }
}
