import { isMap, isNode, parseDocument } from 'yaml'

/** A place in a source file; lines and columns are counted from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Where the `index`-th of `count` tags of this name opens, or its option; nothing where the source has another count. */
export function placeOfTag(
  source: string,
  tag: string,
  index: number,
  count: number,
  option?: string,
): Place | undefined {
  const opening = new RegExp(`<${literally(tag)}(?=[\\s/>{])`, 'g')
  const openings = [...withoutCode(source).matchAll(opening)]
  const start = openings.length === count ? openings[index]?.index : undefined
  if (start === undefined) return undefined
  const attributes = attributesFrom(source, start)
  const at = option === undefined ? -1 : attributes.search(new RegExp(`(?<=\\s)${literally(option)}(?=\\s*[=\\s/>])`))
  return placeAt(source, start + Math.max(0, at))
}

/** The text of a tag from its opening to its end, with what stands in quotes or braces blanked out. */
function attributesFrom(source: string, start: number): string {
  let [kept, closing, depth] = ['', '', 0]
  for (const character of source.slice(start)) {
    const outside = closing === '' && depth === 0
    kept += outside ? character : ' '.repeat(character.length)
    if (closing === character) closing = ''
    else if (closing === '' && /["'`]/.test(character)) closing = character
    else if (closing === '' && character === '{') depth += 1
    else if (closing === '' && character === '}') depth -= 1
    else if (outside && character === '>') break
  }
  return kept
}

/** Where a key of the YAML frontmatter stands; the last part of `path` that is there. */
export function placeOfKey(source: string, path: readonly string[]): Place | undefined {
  const block = /^\uFEFF?---[^\n]*\n([\s\S]*?)\n---/.exec(source)
  if (!block?.[1]) return undefined
  const start = block.index + block[0].indexOf('\n') + 1
  let [node, offset]: [unknown, number | undefined] = [parseDocument(block[1]).contents, undefined]
  for (const name of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => String(key) === name) : undefined
    if (!pair || !isNode(pair.key)) break
    offset = pair.key.range?.[0] ?? offset
    node = pair.value
  }
  return offset === undefined ? undefined : placeAt(source, start + offset)
}

function placeAt(source: string, offset: number): Place {
  const before = source.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

function literally(name: string): string {
  return name.replace(/[^\w-]/g, '\\$&')
}

/** Frontmatter, code and comments blanked out, so that offsets stay and what only looks like a tag is gone. */
function withoutCode(source: string): string {
  const blank = (match: string): string => match.replace(/[^\n]/g, ' ')
  return source
    .replace(/^\uFEFF?---[\s\S]*?\n---/, blank)
    .replace(/^([ \t]*)(`{3,}|~{3,})[\s\S]*?\n[ \t]*\2[`~]*[ \t]*$/gm, blank)
    .replace(/(?<!`)(`+)(?!`)(?:(?!\n\s*\n)[\s\S])*?(?<!`)\1(?!`)/g, blank)
    .replace(/\{\s*\/\*[\s\S]*?\*\/\s*\}/g, blank)
    .replace(/<!--[\s\S]*?-->/g, blank)
}
