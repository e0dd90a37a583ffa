/** The values that a vector's entries can take; `maximum` is Infinity where nothing bounds them. */
export interface Range {
  readonly minimum: number
  readonly maximum: number
}

/** Every vector of a run, one array each: (T + 1) × H, row 0 the initial state, row t the state after step t. */
export type Storage = { readonly h: Float64Array } & Readonly<Record<string, Float64Array>>

/** What an author may choose about a cell; each cell takes what concerns it. */
export interface CellSettings {
  readonly nonlinearity: 'tanh' | 'relu'
}

/** One recurrent cell: everything that distinguishes it from the others. */
export interface Cell {
  /** What a diagram writes in its box, and prose calls it. */
  readonly label: string
  /** Where a cell is a single squashing of a sum: that function. */
  readonly curve?: (sum: number) => number
  /** The class of `torch.nn` that computes the same, and its options beyond the sizes. */
  readonly torch: { readonly module: string; readonly options: readonly string[] }
  /** How many H-row blocks are stacked in `weight_ih` and `weight_hh`. */
  readonly blocks: number
  /** The vectors it computes at every step, with their ranges; `h` feeds the next layer. */
  readonly vectors: { readonly h: Range } & Readonly<Record<string, Range>>
  /**
   * Computes one step in place.
   *
   * `fromInput` = W_ih x_t + b_ih and `fromState` = W_hh h_{t−1} + b_hh, each blocks · H long. Row t of every vector
   * begins at `now`, row t−1 at `before`; `units` is H.
   */
  readonly step: (
    fromInput: Float64Array,
    fromState: Float64Array,
    vectors: Storage,
    now: number,
    before: number,
    units: number,
  ) => void
}
