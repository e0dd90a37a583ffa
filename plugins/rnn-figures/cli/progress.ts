import type { WriteStream } from 'node:tty'

/** What is said while work goes on. */
export interface Progress {
  /** One more of `total` is done. */
  readonly step: (total: number) => void
  /** Says a sentence on a line of its own. */
  readonly tell: (sentence: string) => void
  /** Takes away what is not meant to stay. */
  readonly end: () => void
}

type Output = Pick<WriteStream, 'write' | 'columns'>

/** Sentences alone, a line each. */
export function sentences(output: Output): Progress {
  return { step: () => {}, tell: (sentence) => void output.write(`rnn-figures: ${sentence}\n`), end: () => {} }
}

const cleared = '\r\x1b[2K'

/** A line on a terminal that is drawn again with every step; sentences stand above it. */
export function bar(output: Output): Progress {
  const state = { done: 0, line: '' }
  const plain = sentences(output)
  const show = (line: string): void => {
    output.write(cleared + line)
    state.line = line
  }
  return {
    step(total) {
      state.done += 1
      // Some terminals do not say how wide they are.
      show(barLine(state.done, total, output.columns || 80))
    },
    tell(sentence) {
      output.write(cleared)
      plain.tell(sentence)
      output.write(state.line)
    },
    end: () => show(''),
  }
}

/** `[=========>          ] 12 of 24 figures` */
function barLine(done: number, total: number, columns: number): string {
  const count = ` ${done} of ${total} figures`
  const room = Math.min(40, columns - count.length - 3)
  if (room < 5) return count.trim().slice(0, Math.max(0, columns - 1))
  const full = Math.round((done / total) * room)
  const filled = full === room ? '='.repeat(room) : `${'='.repeat(full)}>`
  return `[${filled.padEnd(room)}]${count}`
}
