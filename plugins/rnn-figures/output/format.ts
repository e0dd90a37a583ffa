/** What a figure can be written as, besides its data. */
export const formatNames = ['svg', 'png', 'pdf'] as const

export type FormatName = (typeof formatNames)[number]

/** What its data can be written as. */
export const dataNames = ['csv', 'json'] as const

export type DataName = (typeof dataNames)[number]

/** What a file of a figure can be: a picture, or its data. */
export type FileName = FormatName | DataName
