/** A value as JSON in pieces, one for each innermost list, so that millions of numbers need no text of their own size. */
export function* json(value: unknown): Iterable<string> {
  if (typeof value !== 'object' || value === null || isFlat(value)) {
    yield JSON.stringify(value)
  } else if (Array.isArray(value)) {
    yield* enclosed(
      '[',
      value.map((entry) => ['', entry] as const),
      ']',
    )
  } else {
    const entries = Object.entries(value).map(([name, entry]) => [`${JSON.stringify(name)}:`, entry] as const)
    yield* enclosed('{', entries, '}')
  }
}

function* enclosed(open: string, entries: readonly (readonly [string, unknown])[], close: string): Iterable<string> {
  let before = open
  if (entries.length === 0) yield open
  for (const [name, entry] of entries) {
    yield before + name
    yield* json(entry)
    before = ','
  }
  yield close
}

function isFlat(value: object): boolean {
  return Array.isArray(value) && typeof value[0] !== 'object'
}
