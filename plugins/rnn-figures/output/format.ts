/** What a figure can be written as, besides its data. */
export const formatNames = ['svg', 'png', 'pdf'] as const

export type FormatName = (typeof formatNames)[number]
