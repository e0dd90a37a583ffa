import type { Problem } from '../checked.ts'
import type { Replay } from '../replay.ts'

/** The steps (from 1) of each figure, by id, that links such as `#fig-abra:t=7` lead to. */
export type StepLinks = ReadonlyMap<string, readonly number[]>

/** The links in the code of an article. */
export function stepLinks(code: string): StepLinks {
  const links = [...code.matchAll(/["'`]#([^\s"'`#]+):t=(\d+)/g)]
  const found = Map.groupBy(links, ([, id = '']) => id)
  return new Map([...found].map(([id, all]) => [id, [...new Set(all.map(([, , step]) => Number(step)))]]))
}

/** Those of one figure; Markdown writes what is no ASCII in percent signs. */
export function stepsOf(links: StepLinks, id: string | undefined): readonly number[] {
  return id === undefined ? [] : (links.get(id) ?? links.get(encodeURI(id)) ?? [])
}

/** What is wrong where a link leads to a step that cannot be shown. */
export function stepProblem(
  steps: readonly number[],
  id: string | undefined,
  replay: Replay | undefined,
): Problem | undefined {
  const odd = steps.find((step) => !replay || step > replay.steps)
  if (odd === undefined) return undefined
  const message = `A link leads to step ${odd} of the figure "${id}", which has ${replay ? replay.steps : 'no replay'}.`
  return {
    option: undefined,
    message,
    ...(replay ? {} : { hint: `Write \`replay\` in the figure, or link to #${id}.` }),
  }
}
