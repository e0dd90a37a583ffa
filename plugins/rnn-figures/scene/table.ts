/** Numbers behind a picture: each row has a name, what it stands for, and a value for every unit. */
export interface Table {
  readonly caption: string
  /** Names of all columns, the two before the values among them. */
  readonly head: readonly string[]
  readonly rows: readonly { readonly name: string; readonly label: string; readonly values: readonly number[] }[]
}
