import type * as full from '../../figures/input-track.ts'

/** Readers edit symbols, which stand under their columns and need no track. */
export const inputTrackHeight: typeof full.inputTrackHeight = () => 0
export const inputTrack: typeof full.inputTrack = () => []
export const namedInputs: typeof full.namedInputs = () => []
