/** The most bytes of one part of a file's name; systems allow 255 for all of it. */
const mostBytes = 100

/** A text as part of a file's name on any system: short, and without blanks or anything that means something there. */
export function safeName(text: string): string {
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Bidi_Control}/\\:*?"<>|\s]+/gu, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[-.]+|[-.]+$/g, '')
  return shortened(plain) || 'figure'
}

function shortened(text: string): string {
  let kept = ''
  let bytes = 0
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > mostBytes) break
    kept += character
  }
  return kept
}

/** The names, with a number behind each that an earlier one already is; on some systems A and a are one name. */
export function differentNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let free = name
    for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${name}-${count}`
    taken.add(free.toLowerCase())
    return free
  })
}
