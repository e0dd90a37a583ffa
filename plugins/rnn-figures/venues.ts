/** How wide a figure is printed. */
export const sizes = ['column', 'full'] as const

export type Size = (typeof sizes)[number]

/** What a venue asks of figures: lengths in mm, text and lines in pt, resolution in pixels per inch. */
export interface Venue {
  readonly widths: Readonly<Record<Size, number>>
  /** The most that a figure may be high, where the venue says so. */
  readonly height?: number
  /** The smallest text; the largest is a sixth larger. */
  readonly text: number
  /** The thinnest line. */
  readonly line: number
  readonly resolution: number
  /** Whether a PDF has text in an embedded font, or only its outlines. */
  readonly font: 'live' | 'outlined'
}

/** Sources: the venues' instructions for authors as of 2025 and 2026; docs/venues.md names them one by one. */
export const venues = {
  neurips: { widths: { column: 139.7, full: 139.7 }, height: 228.6, text: 7, line: 0.5, resolution: 600, font: 'live' },
  icml: { widths: { column: 82.55, full: 171.45 }, height: 228.6, text: 7, line: 0.5, resolution: 600, font: 'live' },
  ieee: { widths: { column: 88.9, full: 182 }, height: 228.6, text: 8, line: 0.5, resolution: 600, font: 'live' },
  acm: { widths: { column: 84.75, full: 177.9 }, text: 7, line: 0.5, resolution: 600, font: 'live' },
  nature: { widths: { column: 89, full: 183 }, height: 170, text: 6, line: 0.5, resolution: 450, font: 'live' },
  science: { widths: { column: 91.4, full: 184 }, height: 243, text: 7, line: 0.5, resolution: 600, font: 'live' },
  cell: { widths: { column: 85, full: 174 }, height: 200, text: 6, line: 0.5, resolution: 500, font: 'live' },
  elsevier: { widths: { column: 90, full: 190 }, text: 7, line: 0.5, resolution: 1000, font: 'live' },
  plos: { widths: { column: 132, full: 190.5 }, height: 222.3, text: 8, line: 0.5, resolution: 300, font: 'outlined' },
  poster: { widths: { column: 380, full: 780 }, text: 24, line: 2, resolution: 150, font: 'live' },
  slide: { widths: { column: 140, full: 140 }, height: 80, text: 8, line: 0.75, resolution: 300, font: 'live' },
} as const satisfies Readonly<Record<string, Venue>>

export type VenueName = keyof typeof venues
