import { heatmap } from './heatmap.ts'
import { unrolled } from './unrolled.ts'

/** Every kind of figure, under the name that authors write. */
export const figures = { heatmap, unrolled } as const
