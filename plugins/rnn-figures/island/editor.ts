import type { Figure } from '../figures/figure.ts'
import { change } from './change.ts'
import type { EditableFigure } from './editable-figure.ts'
import { type Edited, edited } from './edited.ts'
import { type Edition, isSame, textOf } from './edition.ts'
import { exhibit, type Host } from './exhibit.ts'
import { type TypingLabels, typed } from './typed.ts'

/** What an editor says, in the page's language; words in braces are filled in. */
interface EditorLabels extends TypingLabels {
  readonly changed: string
  readonly copied: string
  readonly seed: string
}

/** What the editor of a kind of figure does when something happens in it. All that it remembers stands in the page. */
export function editor(kind: Figure<EditableFigure>): (host: Host, event: Event) => void {
  return (host, event) => {
    const part = host.querySelector('.rnn-editor') as HTMLElement
    const [field, line, seed, note] = ['textarea', 'code', '.rnn-seed', '.rnn-note'].map((name) =>
      part.querySelector(name),
    ) as [HTMLTextAreaElement | null, HTMLElement, HTMLElement, HTMLElement]
    const figure: EditableFigure = JSON.parse(part.dataset.figure as string)
    const labels: EditorLabels = JSON.parse(part.dataset.labels as string)
    const now: Edition = part.dataset.now ? JSON.parse(part.dataset.now) : figure
    const say = (words: string, stays = false): void => {
      note.textContent = words
      note.toggleAttribute('data-stays', stays)
    }
    const turn = (edition: Edition): Edited => {
      const read = edited(figure, edition)
      exhibit(host, kind, figure, edition, read)
      part.dataset.now = JSON.stringify({ symbols: edition.symbols, seed: edition.seed })
      seed.textContent = labels.seed.replace('{seed}', String(edition.seed))
      return read
    }
    const acts: Readonly<Record<string, () => void>> = {
      original() {
        if (field) field.value = textOf(figure, figure)
        turn(figure)
        say('')
      },
      reroll() {
        const next = { ...now, seed: (now.seed + 1) % 2 ** 32 }
        const { states } = edited(figure, now).selected
        say(change(labels.changed, { ...now, states }, { ...next, states: turn(next).selected.states }))
      },
      copy() {
        line.hidden = false
        getSelection()?.selectAllChildren(line)
        // Where the page may not, the line is selected.
        navigator.clipboard?.writeText(line.textContent).then(
          () => say(labels.copied),
          () => undefined,
        )
      },
    }
    const { type, target } = event
    if (type === 'click') acts[(target as Element).closest('button')?.value ?? '']?.()
    if (field && (type === 'input' || type === 'compositionend') && !(event as InputEvent).isComposing) {
      const { symbols, note: words } = typed(figure, field, labels)
      const next = { ...now, symbols }
      const isNew = symbols.length > 0 && !isSame(next, now)
      if (isNew) turn(next)
      // What is no symbol is taken out at once, so what was said of it stays to be read.
      if (words !== '') say(words, symbols.length > 0 && !figure.words)
      else if (!note.hasAttribute('data-stays')) say('')
    }
  }
}
