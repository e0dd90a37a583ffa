import type { Looking } from './replay-sight.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Where in the window the middle of a value is, its step and row counted from 1; scrolls there. */
export function pointOf({ evaluate }: Looking, id: string, step: number, row: number): Promise<Point> {
  return evaluate(
    (wanted) => {
      const svgs = [...document.querySelectorAll<SVGSVGElement>(`#${wanted.id} .rnn-stage > svg`)]
      const svg = svgs.find((one) => one.checkVisibility())
      const stretches: readonly (readonly number[])[] = JSON.parse(svg?.dataset.steps ?? '[]')
      const last = Number(svg?.closest<HTMLElement>('.rnn-stage')?.dataset.length)
      const placeOf = (pitch: number): number => (pitch > 0 ? wanted.step - 1 : last - wanted.step)
      const found = stretches.find(([first = 0, count = 0, , pitch = 0, , , , from = 0, rows = 0]) => {
        const place = placeOf(pitch) - (first % last)
        return place >= 0 && place < count && wanted.row > from && wanted.row <= from + rows
      })
      if (!svg || !found) throw new Error(`#${wanted.id} shows no such value.`)
      const [first = 0, , x = 0, pitch = 0, width = 0, y = 0, height = 0, from = 0, rows = 1] = found
      const inWindow = (): Point => {
        const { left, top, width: shown } = svg.getBoundingClientRect()
        const scale = shown / svg.viewBox.baseVal.width
        return {
          x: left + scale * (x + (placeOf(pitch) - (first % last)) * pitch + width / 2),
          y: top + scale * (y + ((wanted.row - from - 0.5) * height) / rows),
        }
      }
      scrollBy({ top: inWindow().y - innerHeight / 2, behavior: 'instant' })
      return inWindow()
    },
    { id, step, row },
  )
}

/** Of a point of the window: the level of the value that is drawn there, from −20 to 20, and whether the cursor is there. */
export function drawnAt({ evaluate }: Looking, point: Point): Promise<{ level: number; cursor: boolean }> {
  return evaluate(({ x, y }) => {
    const shape = document.elementsFromPoint(x, y).find((element) => element.closest('.rnn-values'))
    const [, sign, level] = /\brnn-(n|p|g)(\d+)\b/.exec(shape?.classList.value ?? '') ?? []
    const cursor = shape?.closest('svg')?.querySelector('.rnn-cursor')?.getBoundingClientRect()
    return {
      level: (sign === 'n' ? -1 : 1) * Number(level ?? 0),
      cursor: !!cursor && cursor.left < x && cursor.right > x && cursor.top < y && cursor.bottom > y,
    }
  }, point)
}

/** A value as a figure's data file has it. */
export interface Datum {
  readonly unit: string
  readonly step: number
  readonly symbol: string
  readonly value: number
}

interface Data {
  readonly units: readonly string[]
  readonly steps: readonly { readonly step: number; readonly symbol: string; readonly values: readonly number[] }[]
}

/** The figure's JSON file: for each step its values. */
export async function dataOf({ evaluate }: Looking, id: string): Promise<readonly (readonly Datum[])[]> {
  const { units, steps } = await evaluate(async (figure): Promise<Data> => {
    const link = document.querySelector<HTMLAnchorElement>(`#${figure} .rnn-files a[href$=".json"]`)
    return (await fetch(link?.href ?? '')).json()
  }, id)
  return steps.map(({ step, symbol, values }) =>
    values.map((value, unit) => ({ unit: units[unit] ?? '', step, symbol, value })),
  )
}

/** The figure's table, as text, its head first. */
export function tableOf({ evaluate }: Looking, id: string): Promise<readonly (readonly string[])[]> {
  return evaluate((figure) => {
    const rows = document.querySelector<HTMLTableElement>(`#${figure} .rnn-table table`)?.rows ?? []
    return [...rows].map(({ cells }) => [...cells].map(({ textContent }) => textContent))
  }, id)
}

/** A value as it is said: with three decimals, a true minus and a visible blank. */
export function spoken({ unit, step, symbol, value }: Datum): string {
  return `${unit}, step ${step} (${symbol.replace(' ', '␣')}): ${value.toFixed(3).replace('-', '−')}`
}
