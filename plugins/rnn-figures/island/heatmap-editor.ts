import { heatmap } from '../figures/heatmap.ts'
import { editor } from './editor.ts'

/** The editor of heatmaps. */
export const act = editor(heatmap)
