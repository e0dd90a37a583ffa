/** What every page says about the whole. */
export const site = {
  title: 'Unrolled',
  description: 'A notebook on networks that read one symbol at a time.',
} as const
