import { tool } from '../tools.ts'

/** What poppler says about a PDF: `Tagged`, `Title`, `Page size` and so on. */
export async function pdfInfo(path: string): Promise<ReadonlyMap<string, string>> {
  const lines = (await tool('pdfinfo', '-enc', 'UTF-8', path)).split('\n')
  return new Map(lines.map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]))
}

/** Width and height of the page in mm. */
export async function pageSize(path: string): Promise<readonly [width: number, height: number]> {
  const [, width, height] = /([\d.]+) x ([\d.]+) pts/.exec((await pdfInfo(path)).get('Page size') ?? '') ?? []
  return [(Number(width) * 25.4) / 72, (Number(height) * 25.4) / 72]
}

/** A font of a PDF as poppler sees it. */
export interface PdfFont {
  readonly name: string
  readonly type: string
  readonly embedded: boolean
  readonly subset: boolean
  readonly unicode: boolean
}

/** Every font of a PDF. */
export async function pdfFonts(path: string): Promise<readonly PdfFont[]> {
  const [, , ...lines] = (await tool('pdffonts', path)).trimEnd().split('\n')
  return lines.map((line) => {
    const [, name = '', type = '', embedded, subset, unicode] =
      /^(\S+)\s+(.+?)\s{2,}\S+\s+(yes|no)\s+(yes|no)\s+(yes|no)\s/.exec(line) ?? []
    return { name, type, embedded: embedded === 'yes', subset: subset === 'yes', unicode: unicode === 'yes' }
  })
}

/** The alternative texts that a PDF's structure has. */
export function alternatives(bytes: Buffer): readonly string[] {
  const texts: string[] = []
  for (let at = bytes.indexOf('/Alt ('); at !== -1; at = bytes.indexOf('/Alt (', at + 1)) {
    texts.push(literal(bytes.subarray(at + 6)))
  }
  return texts
}

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** A string of PDF, which ends at a parenthesis of its own. */
function literal(bytes: Buffer): string {
  const found: number[] = []
  for (let at = 0, depth = 1; at < bytes.length; at++) {
    const code = bytes[at] ?? 0
    if (code === 0x5c) {
      at += 1
      const next = bytes[at] ?? 0
      found.push(escapes[String.fromCharCode(next)] ?? next)
      continue
    }
    if (code === 0x28) depth += 1
    if (code === 0x29) depth -= 1
    if (depth === 0) break
    found.push(code)
  }
  const text = Buffer.from(found)
  return text[0] === 0xfe && text[1] === 0xff ? text.subarray(2).swap16().toString('utf16le') : text.toString('latin1')
}
