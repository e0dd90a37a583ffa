import { cellPaths, short } from '../scene/cell-paths.ts'
import { joined } from '../scene/joined.ts'
import { ramps } from '../scene/ramp.ts'
import type { Cells, Mark, Paint, Path, Run, Scene, Text } from '../scene/scene.ts'

/** What a picture says about itself: the text alternative, and facts for machines. */
export interface About {
  readonly title: string
  readonly description: string
  readonly metadata: Readonly<Record<string, unknown>>
}

const inks: Readonly<Record<Paint, string>> = { ink: '#1a1a1a', faint: '#6b6b6b' }

/**
 * The scene as SVG markup, without style attributes or style elements.
 *
 * Every mark carries its colour on white paper as an attribute, and its role as a class with which a page's style sheet
 * overrides it. `className` goes to the root.
 */
export function svg(scene: Scene, about: About, className = 'rnn-svg'): string {
  const { width, height, marks } = scene
  const [w, h] = [short(width), short(height)]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="${className}" role="img" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" font-family="sans-serif" font-size="13" text-anchor="middle" fill="${inks.ink}">`,
    `<title>${escaped(about.title)}</title><desc>${escaped(about.description)}</desc>`,
    `<metadata>${escaped(JSON.stringify(about.metadata))}</metadata>`,
    ...joined(marks).map(write),
    '</svg>',
  ].join('')
}

const writers: { readonly [K in Mark['kind']]: (mark: Extract<Mark, { kind: K }>) => string } = { cells, path, text }

function write<K extends Mark['kind']>(mark: Extract<Mark, { kind: K }>): string {
  return writers[mark.kind as K](mark)
}

function cells(mark: Cells): string {
  const { thickness, paths: strokes } = cellPaths(mark)
  const paths = strokes.map(
    ({ level, d }) => `<path class="${levelClass(level)}" stroke="${ramps[mark.ramp].light(level)}" d="${d}"/>`,
  )
  return `<g fill="none" stroke-width="${short(thickness)}">${paths.join('')}</g>`
}

/** The class of a ramp's level: `rnn-n20` … `rnn-z` … `rnn-p20`. */
export function levelClass(level: number): string {
  return level === 0 ? 'rnn-z' : `rnn-${level < 0 ? 'n' : 'p'}${Math.abs(level)}`
}

function path({ d, paint, width, dash, fill }: Path): string {
  if (fill) return `<path class="rnn-${paint}" fill="${inks[paint]}" d="${d}"/>`
  const dashes = dash === undefined ? '' : ` stroke-dasharray="${dash}"`
  return `<path class="rnn-${paint}-line" fill="none" stroke="${inks[paint]}" stroke-width="${short(width ?? 0.75)}"${dashes} d="${d}"/>`
}

function text({ x, y, size, anchor, paint, runs }: Text): string {
  const [first] = runs
  const single = runs.length === 1 && first ? first : undefined
  const classes = [paint === 'ink' ? [] : `rnn-${paint}`, single?.face === 'mono' ? 'rnn-mono' : []].flat().join(' ')
  const attributes = [
    classes === '' ? '' : ` class="${classes}"`,
    paint === 'ink' ? '' : ` fill="${inks[paint]}"`,
    size === 13 ? '' : ` font-size="${short(size)}"`,
    anchor === 'middle' ? '' : ` text-anchor="${anchor}"`,
    single ? face(single) : '',
  ]
  const content = single ? escaped(single.text) : spans(runs, size)
  return `<text x="${short(x)}" y="${short(y)}"${attributes.join('')}>${content}</text>`
}

function spans(runs: readonly Run[], size: number): string {
  const drop = short(size * 0.22)
  return runs
    .map((run, index) => {
      const wasSub = runs[index - 1]?.sub ?? false
      const shift = run.sub === wasSub || (!run.sub && !wasSub) ? '' : ` dy="${run.sub ? drop : `-${drop}`}"`
      const small = run.sub ? ` font-size="${short(Math.max(13, size * 0.7))}"` : ''
      return `<tspan${face(run)}${shift}${small}>${escaped(run.text)}</tspan>`
    })
    .join('')
}

function face({ face }: Run): string {
  if (face === 'mono') return ' font-family="monospace"'
  return face === 'italic' ? ' font-style="italic"' : ''
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it may stand in XML: markup escaped, lone surrogates and forbidden control characters replaced. */
export function escaped(content: string): string {
  return content
    .toWellFormed()
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
}
