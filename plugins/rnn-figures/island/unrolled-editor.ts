import { unrolled } from '../figures/unrolled.ts'
import { editor } from './editor.ts'

/** The editor of unrolled networks. */
export const act = editor(unrolled)
