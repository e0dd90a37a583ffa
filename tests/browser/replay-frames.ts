import type { Looking } from './replay-sight.ts'

interface Held {
  readonly waiting: Set<number>
  readonly frame: () => Promise<unknown>
  now: number
}

/** From now on, time stands still for what the page does frame by frame. */
export function holdFrames({ evaluate }: Looking): Promise<void> {
  return evaluate(() => {
    const [request, cancel] = [requestAnimationFrame, cancelAnimationFrame].map((act) => act.bind(globalThis)) as [
      typeof requestAnimationFrame,
      typeof cancelAnimationFrame,
    ]
    const held: Held = { waiting: new Set(), frame: () => new Promise(request), now: 1 }
    globalThis.requestAnimationFrame = (callback) => {
      const number = request(() => {
        held.waiting.delete(number)
        callback(held.now)
      })
      held.waiting.add(number)
      return number
    }
    globalThis.cancelAnimationFrame = (number) => {
      held.waiting.delete(number)
      cancel(number)
    }
    Object.assign(globalThis, { held })
  })
}

/** Lets so many frames go by, 50 ms each, and tells how many callbacks wait for the next one. */
export function giveFrames({ evaluate }: Looking, count: number): Promise<number> {
  return evaluate(async (many) => {
    const { held } = globalThis as unknown as { readonly held: Held }
    await held.frame()
    for (let given = 0; given < many; given++) {
      held.now += 50
      await held.frame()
    }
    return held.waiting.size
  }, count)
}
