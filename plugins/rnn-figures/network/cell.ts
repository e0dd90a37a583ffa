/** One of the vectors that a cell computes at every step, H long. */
export interface Vector {
  /** What prose calls it: `forget gate`. */
  readonly name: string
  /** The bounds of its entries; infinite where nothing bounds them. */
  readonly minimum: number
  readonly maximum: number
}

/** What an author may choose about a cell; each cell takes what concerns it. */
export interface CellSettings {
  readonly nonlinearity?: 'tanh' | 'relu' | undefined
}

/** One recurrent cell: everything that distinguishes it from the others. `Name` is a vector that it computes. */
export interface Cell<Name extends string = string> {
  /** What a diagram writes in its box, and prose before "unit". */
  readonly label: string
  /** A network of such cells in prose: `an LSTM network`. */
  readonly network: string
  /** Where a cell is a single squashing of a sum: that function. */
  readonly curve?: (sum: number) => number
  /** The settings in force: those that it takes, with their defaults. */
  readonly settings: CellSettings
  /** The class of `torch.nn` that computes the same, and its options beyond the sizes. */
  readonly torch: { readonly module: string; readonly options: readonly string[] }
  /** How many H-row blocks are stacked in `weight_ih` and `weight_hh`. */
  readonly blocks: number
  /** The vectors it computes at every step; `h` feeds the next layer. */
  readonly vectors: { readonly h: Vector } & Readonly<Record<Name, Vector>>
  /** The vectors that one step hands to the next, `h` first. */
  readonly states: readonly (Name | 'h')[]
  /**
   * Computes one step in place.
   *
   * `fromInput` is W_ih x_t + b_ih, `fromState` is W_hh h + b_hh with the h of the step before; each is blocks · H
   * long. A vector's entries for this step begin at `now`, those of the step before at `before`; `units`
   * is H.
   */
  step(
    fromInput: Float64Array,
    fromState: Float64Array,
    vectors: { readonly h: Float64Array } & Readonly<Record<Name, Float64Array>>,
    now: number,
    before: number,
    units: number,
  ): void
}

/** A gate lets through nothing (0), all (1), or a part. */
export function gate(name: string): Vector {
  return { name: `${name} gate`, minimum: 0, maximum: 1 }
}

/** A vector that comes out of a tanh. */
export function bounded(name: string): Vector {
  return { name, minimum: -1, maximum: 1 }
}
