/** An error that a user can mend: which option is at fault, and how to mend it. Its `name` is `NetworkError`. */
export interface NetworkError extends Error {
  readonly option?: string
  readonly hint?: string
}

/** Makes one from a sentence. */
export function networkError(message: string, about: Pick<NetworkError, 'option' | 'hint'> = {}): NetworkError {
  return Object.assign(new Error(message), { name: 'NetworkError', ...about })
}

/** True for an error that a user can mend, false for one of the program. */
export function isNetworkError(error: unknown): error is NetworkError {
  return error instanceof Error && error.name === 'NetworkError'
}
