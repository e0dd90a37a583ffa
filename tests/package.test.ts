import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { englishLabels } from '../plugins/rnn-figures/labels.ts'
import { defaults } from '../plugins/rnn-figures/network/reading-options.ts'
import { figureSpecs } from '../plugins/rnn-figures/spec.ts'
import { version } from '../plugins/rnn-figures/version.ts'

const text = (file: string) => readFileSync(resolve(import.meta.dirname, '..', file), 'utf8')
const description = JSON.parse(text('package.json'))

test('the version that figures name is that of the package', () => {
  expect(description.version).toBe(version)
  expect(text('CHANGELOG.md')).toContain(`## ${version}`)
})

test('astro add takes the package for an integration', () => {
  expect(description.keywords).toContain('astro-integration')
  expect(Object.keys(description.peerDependencies)).toEqual(['astro'])
})

test('the README tells every option and its default', () => {
  const rows = new Map(
    [...text('README.md').matchAll(/^\| `(\w+)` +\|(.*)\|(.*)\|$/gm)].map(([, name, what, usual]) => [
      name,
      { what, usual },
    ]),
  )
  for (const { shape } of Object.values(figureSpecs)) {
    for (const [option, schema] of Object.entries(shape)) {
      expect(rows.has(option), option).toBe(true)
      const data = (defaults as Readonly<Record<string, unknown>>)[option] ?? schema.safeParse(undefined).data
      if (data !== undefined) expect(rows.get(option)?.usual, option).toContain(String(data))
    }
  }
})

test('the README tells every word of a player', () => {
  for (const [name, word] of Object.entries(englishLabels)) {
    expect(text('README.md').replace(/\s+/g, ' '), name).toContain(`${name}: '${word}'`)
  }
})
