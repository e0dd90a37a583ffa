/**
 * Writes pieces to standard output as fast as its reader takes them. Where the reader stops early, what is only text
 * ends there; what is awaited has other work to do and runs to its end.
 */
export async function print(pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  if (Symbol.asyncIterator in pieces) {
    let isRead = true
    for await (const piece of pieces) isRead = isRead && (await written(piece))
    return
  }
  for (const chunk of chunks(pieces)) if (!(await written(chunk))) return
}

function* chunks(pieces: Iterable<string>): Iterable<string> {
  let waiting = ''
  for (const piece of pieces) {
    waiting += piece
    if (waiting.length < 65_536) continue
    yield waiting
    waiting = ''
  }
  yield waiting
}

/** False where nothing can be written any more, which is an error unless the reader wanted no more. */
function written(text: string): Promise<boolean> {
  return new Promise((resolve) => {
    process.stdout.write(text, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') process.exitCode = 1
      resolve(!error)
    })
  })
}
