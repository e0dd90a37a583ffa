/** What needs no closer look: printable ASCII without markup. */
const plain = /^[ -%'-;=?-~]*$/

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text as it may stand between XML tags: markup escaped, lone surrogates and forbidden control characters replaced. */
export function escaped(content: string): string {
  if (plain.test(content)) return content
  return content
    .toWellFormed()
    .replace(/[&<>]/g, (character) => entities[character] ?? character)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
}
