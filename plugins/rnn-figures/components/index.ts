export { default as FigureRef } from './FigureRef.astro'
export { default as RnnFigure } from './RnnFigure.astro'
