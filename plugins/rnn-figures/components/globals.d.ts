/** Defined by the integration. */
declare const __RNN_FIGURES__: { readonly labels?: Partial<import('astro-rnn-figures/runtime').Labels> }
