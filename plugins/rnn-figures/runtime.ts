export { referenceTarget, requireIntegration, shownFigure } from './at-render.ts'
export { attributesOf } from './figure-props.ts'
export type { Placed, Targets } from './placement.ts'
