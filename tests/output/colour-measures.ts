import {
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  wcagLuminance,
} from 'culori'

const oklab = converter('oklab')
const oklch = converter('oklch')
const lab = converter('lab65')

const rgb = converter('rgb')
const ciede2000 = differenceCiede2000()

/** Everyone who lacks one kind of cone. Source: Machado, Oliveira and Fernandes (2009), on gamma-coded sRGB. */
const filters = [filterDeficiencyProt(1), filterDeficiencyDeuter(1), filterDeficiencyTrit(1)]

/** L* of CIELAB. */
export const lightness = (colour: string): number => lab(colour)?.l ?? Number.NaN

/** L, a lightness, of OKLab. */
export const okLightness = (colour: string): number => oklab(colour)?.l ?? Number.NaN

/** Distance from grey in OKLab. */
export const chroma = (colour: string): number => oklch(colour)?.c ?? Number.NaN

/** What a grey print shows. */
export const luminance = (colour: string): number => wcagLuminance(colour)

/** The difference of two colours for the eyes that see the least of it. */
export function separation(one: string, other: string): number {
  const [a, b] = [rgb(one), rgb(other)]
  return a && b ? Math.min(...filters.map((filter) => ciede2000(filter(a), filter(b)))) : Number.NaN
}

/** How uneven the steps from colour to colour are: their standard deviation by their mean. */
export function unevenness(arm: readonly string[]): number {
  const steps = pairs(arm).map(([before, after]) => ciede2000(before, after))
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
  return Math.sqrt(steps.reduce((sum, step) => sum + (step - mean) ** 2, 0) / steps.length) / mean
}

function pairs<T>(list: readonly T[]): readonly (readonly [before: T, after: T])[] {
  return list.slice(1).map((after, index) => [list[index] as T, after])
}

/** True where every number is larger than the one before, or every number smaller. */
export function monotone(numbers: readonly number[]): boolean {
  const steps = pairs(numbers).map(([before, after]) => after - before)
  return steps.every((step) => step > 0) || steps.every((step) => step < 0)
}

/** True where a larger size has more ink (or less, on a dark page) than any smaller one, whatever the signs. */
export function ordered(arms: readonly (readonly string[])[]): boolean {
  const sizes = (arms[0] ?? []).map((_, size) => arms.map((arm) => luminance(arm[size] ?? '')))
  const below = (some: readonly number[], others: readonly number[]) => Math.max(...some) < Math.min(...others)
  const steps = pairs(sizes)
  return steps.every(([small, large]) => below(small, large)) || steps.every(([small, large]) => below(large, small))
}
