/** Comments, elements that go with all that they hold, and every other tag: its end mark, name and attributes. */
const pieces =
  /<!--[\s\S]*?-->|<![^>]*>|<(script|style|template)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi
const attributes = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g

/** Of the page and not of the text; where these hold anything, it stays, as in the elements that frameworks make. */
const droppedTags = /^(script|style|template|link|meta|base|noscript|slot|iframe|object|embed|.*-.*)$/i
const droppedAttributes =
  /^(on.*|data-.*|aria-(labelledby|describedby|controls|owns)|class|style|id|is|slot|nonce|srcdoc)$/i
const addresses = /^((xlink:)?href|src|srcset|poster|cite|action|formaction|data|longdesc)$/i

// Not allowed in XML, in which feeds are written.
const isForbidden = (character: string): boolean => /[^\t\n\r\P{Cc}]|[\ufffe\uffff]/u.test(character)

/** Markup of a page as feeds take it: without scripts and styles, with addresses that hold wherever it is read. */
export function feedMarkup(html: string, url: string): string {
  const text = html.replace(pieces, (_, held?: string, end = '', name = '', rest = '') =>
    held !== undefined || name === '' || droppedTags.test(name) ? '' : `<${end}${name}${attributesOf(rest, url)}>`,
  )
  return Array.from(text.toWellFormed(), (character) => (isForbidden(character) ? '' : character))
    .join('')
    .trim()
}

function attributesOf(written: string, url: string): string {
  const kept = Array.from(written.matchAll(attributes), ([, name = '', double, single, bare]) => {
    const value = double ?? single ?? bare
    if (droppedAttributes.test(name)) return ''
    if (value === undefined) return ` ${name}`
    const address = addressed(name, value, url)
    return isHarmful(address) ? '' : ` ${name}="${address.replaceAll('"', '&quot;')}"`
  })
  return kept.join('') + (/\/\s*$/.test(written) ? ' /' : '')
}

/** As browsers read it, who pass over blanks and controls in the name of a protocol. */
function isHarmful(value: string): boolean {
  return /^((java|vb)script:|data:text\/)/i.test(value.replace(/[\s\p{Cc}]|&(tab|newline);|&#x?0*[9ad13]+;/giu, ''))
}

function addressed(name: string, value: string, url: string): string {
  if (!addresses.test(name)) return value
  const absolute = (address: string): string => URL.parse(address, url)?.href ?? address
  if (name.toLowerCase() !== 'srcset') return absolute(value)
  const candidates = value.split(/,(?=\s)|(?<=\s[\d.]+[wx]),/)
  return candidates.map((candidate) => candidate.trim().replace(/^\S+/, absolute)).join(', ')
}
