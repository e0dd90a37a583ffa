/**
 * Cividis from its light to its dark end: 21 even steps of the 256 published colours, for those who cannot tell red
 * from green and for print without colour.
 * Source: Nuñez, Anderton and Renslow, “Optimizing colormaps with consideration for color vision deficiency” (2018).
 */
export const cividis: readonly string[] = [
  ...['#fee838', '#f3da43', '#e4ce52', '#d6c35d', '#c8b866', '#bbad6c', '#aea271'],
  ...['#a19875', '#948e77', '#888578', '#7c7b78', '#717274', '#666970', '#5b606e'],
  ...['#4f576c', '#434e6c', '#35456c', '#253d6e', '#0a3470', '#002b64', '#00224e'],
]

/** The colour in the middle of cividis. */
export const cividisMiddle = '#7c7b78'
