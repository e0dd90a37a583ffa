/** A mistake on the command line; its `name` is `UsageError`. */
export interface UsageError extends Error {
  readonly hint?: string | undefined
}

/** Makes one from a sentence. */
export function usageError(message: string, hint?: string): UsageError {
  return Object.assign(new Error(message), { name: 'UsageError', hint })
}

/** True for a mistake on the command line. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === 'UsageError'
}
