/** Stands behind a formula whose number is not known yet. */
export const unnumbered = '(\ue000)'

/** Numbers the formulas in reading order, as style sheets do on the page. */
export function numbered(html: string): string {
  const [first = '', ...others] = html.split(unnumbered)
  return first + others.map((text, index) => `\u2003(${index + 1})${text}`).join('')
}
