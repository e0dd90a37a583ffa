import type { Run, Text } from './scene.ts'

const wide = /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u

/** Width in px of monospaced text: 0.6 em a character, 1 em for ideographs and emoji, 0 for combining marks. */
export function monoWidth(text: string, size: number): number {
  if (/^[ -~]*$/.test(text)) return size * 0.6 * text.length
  const ems = Array.from(text, (character) => (/\p{M}|\p{Cf}/u.test(character) ? 0 : wide.test(character) ? 1 : 0.6))
  return size * ems.reduce<number>((sum, em) => sum + em, 0)
}

/** A label; in ink, centred and 13 px high unless said otherwise. */
export function text(x: number, y: number, runs: string | readonly Run[], style: Partial<Text> = {}): Text {
  const pieces = typeof runs === 'string' ? [{ text: runs }] : runs
  return { kind: 'text', x, y, size: 13, anchor: 'middle', paint: 'ink', ...style, runs: pieces }
}

/** A letter with an index, as mathematics sets it: h_t, W_ih. */
export function indexed(letter: string, index: string): readonly Run[] {
  return [
    { text: letter, face: 'italic' },
    { text: index, face: /^\d+$/.test(index) ? 'sans' : 'italic', sub: true },
  ]
}

/** Px by which lowered pieces of a text stand under its baseline. */
export function subDrop({ size }: Text): number {
  return size * 0.22
}

/** The size in px of a piece of a text. */
export function runSize({ size, subSize = Math.min(13, size) }: Text, { sub }: Run): number {
  return sub ? subSize : size
}
