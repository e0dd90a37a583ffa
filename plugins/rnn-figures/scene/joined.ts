import type { Mark, Path } from './scene.ts'

/** The same picture with neighbouring paths of one style written as one path. */
export function joined(marks: readonly Mark[]): readonly Mark[] {
  const found: Mark[] = []
  for (const mark of marks) {
    const last = found.at(-1)
    if (last?.kind === 'path' && mark.kind === 'path' && alike(last, mark)) {
      found[found.length - 1] = { ...last, d: last.d + mark.d }
    } else found.push(mark)
  }
  return found
}

function alike(a: Path, b: Path): boolean {
  return a.paint === b.paint && a.width === b.width && a.fill === b.fill && a.values === b.values
}
