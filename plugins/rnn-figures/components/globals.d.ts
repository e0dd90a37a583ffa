/** Defined by the integration while Vite compiles the site. */
declare const __RNN_FIGURES__: true | undefined
