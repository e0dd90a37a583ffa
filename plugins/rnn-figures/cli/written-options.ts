import { readFileSync } from 'node:fs'
import type { Values } from './flags.ts'
import { usageError } from './usage-error.ts'

const numeric = new Set(['hidden', 'layers', 'seed', 'layer'])

/** Flags as the options that an article would have: numbers as numbers, states as lists. */
export function writtenOptions({ 'no-bias': unbiased, ...values }: Values): object {
  const entries = Object.entries(values).map(([name, value]) => {
    if (numeric.has(name) && typeof value === 'string' && value.trim() !== '') {
      return [name, Number.isNaN(Number(value)) ? value : Number(value)]
    }
    return [name, name === 'initial' ? statesIn(String(value)) : value]
  })
  return { ...Object.fromEntries(entries), ...(unbiased ? { bias: false } : {}) }
}

function statesIn(text: string): unknown {
  const source = text.trim().startsWith('{') ? text : fileText(text)
  try {
    return JSON.parse(source)
  } catch (error) {
    throw usageError(`--initial is not JSON: ${(error as Error).message}.`)
  }
}

function fileText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    const hint = 'Write the states themselves, such as \'{"h": 0.5}\', or the name of a file that holds them.'
    throw usageError(`--initial names the file ${JSON.stringify(path)}, which cannot be read.`, hint)
  }
}
