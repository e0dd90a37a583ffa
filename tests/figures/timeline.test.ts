import { describe, expect, test } from 'vitest'
import { palette } from '../../plugins/rnn-figures/output/palettes.ts'
import { svg } from '../../plugins/rnn-figures/output/svg.ts'
import { replayOf } from '../../plugins/rnn-figures/replay.ts'
import type { Cells, Raster, Scene, Stretch } from '../../plugins/rnn-figures/scene/scene.ts'
import { computed, sceneOf } from './drawn.ts'
import { examples } from './examples.ts'

type Box = readonly number[]

const coloured = Object.entries(examples).filter(([, { grey }]) => !grey)

/** The values' cells, without the legend, which stands below everything else. */
function matrices({ marks }: Scene): readonly (Cells | Raster)[] {
  const all = marks.filter((mark) => mark.kind === 'cells' || mark.kind === 'raster')
  const lowest = Math.max(...all.map(({ y }) => y))
  return all.filter(({ y }) => y < lowest)
}

function rows({ timeline }: Scene): readonly Stretch[] {
  return (timeline?.stretches ?? []).filter((stretch) => stretch.rows)
}

function rounded(box: Box): string {
  return box.map((length) => length.toFixed(6)).join(' ')
}

/** The columns of the values' cells: x, y, width, height. */
function drawnColumns(scene: Scene): readonly string[] {
  return matrices(scene).flatMap((mark) => {
    if (mark.kind === 'raster') return []
    const count = mark.levels.length / mark.columns
    const height = (count - 1) * mark.stepY + mark.cellHeight
    return Array.from({ length: mark.columns }, (_, k) =>
      rounded([mark.x + k * mark.stepX, mark.y, mark.cellWidth, height]),
    )
  })
}

function timedColumns(scene: Scene): readonly string[] {
  return rows(scene).flatMap(({ count, x, pitch, width, y, height }) =>
    Array.from({ length: count }, (_, k) => rounded([x + k * pitch, y, width, height])),
  )
}

describe.each([680, 300])('at %d px', (width) => {
  test.each(coloured)('the timeline of %s has every column of its values', (_, options) => {
    const { scene } = sceneOf(options, width)
    const inputs = 'values' in options && scene.marks.length > 0
    if (matrices(scene).some(({ kind }) => kind === 'raster')) return expect(rows(scene).length).toBeGreaterThan(0)
    const drawn = drawnColumns(scene)
    const timed = timedColumns(scene)
    expect(timed.length).toBeGreaterThan(0)
    // Many real inputs are drawn as cells, too, but are no values of the network.
    if (inputs) expect(drawn).toEqual(expect.arrayContaining([...timed]))
    else expect(drawn.toSorted()).toEqual(timed.toSorted())
  })

  test.each(Object.entries(examples))('every step of %s has its time, and only one', (name, options) => {
    const { scene, selected } = sceneOf(options, width)
    const ways = selected.directions
    const found = rows(scene).filter(({ rows }) => rows && rows.count > 0)
    for (const [place] of ways.entries()) {
      const from = (place * selected.states.columns) / ways.length
      const steps = found
        .filter(({ rows }) => rows?.from === from)
        .flatMap(({ first, count }) => Array.from({ length: count }, (_, k) => (first + k) % selected.states.rows))
      const all = Array.from({ length: selected.states.rows }, (_, step) => step)
      const ordered = steps.toSorted((a, b) => a - b)
      // A chain leaves out what it has no room for, but neither the first step nor the last.
      if (name.startsWith('unrolled'))
        expect([new Set(steps).size, ordered[0], ordered.at(-1)]).toEqual([steps.length, 0, all.length - 1])
      else expect(ordered).toEqual(all)
    }
  })
})

test('in rows of a narrow column, the last row is the first that is read backward', () => {
  const { scene } = sceneOf({ seq: 'abcdefgh'.repeat(8), bidirectional: true, hidden: 2 }, 300)
  const backward = rows(scene).filter(({ pitch }) => pitch < 0)
  const forward = rows(scene).filter(({ pitch }) => pitch > 0)
  expect(backward.length).toBeGreaterThan(2)
  expect(backward.at(-1)?.first).toBe(0)
  expect(forward.at(-1)?.first).toBe(64 - (backward.at(-1)?.count ?? 0))
  expect(backward[0]?.first).toBe(64 - (backward[0]?.count ?? 0))
})

test.each([680, 300])(
  'the numbers in the markup lead to the column of every one of 10,000 steps, at %d px',
  (width) => {
    const { scene } = sceneOf({ seq: 'ab'.repeat(5000), hidden: 1 }, width)
    const style = { palette: palette('default', 'light'), addressOf: () => '', replay: true }
    const markup = svg(scene, { title: '', description: '' }, style)
    const written: readonly (readonly number[])[] = JSON.parse(/data-steps="([^"]+)"/.exec(markup)?.[1] ?? '')
    const exact = scene.timeline?.stretches ?? []
    expect(written).toHaveLength(exact.length)
    for (const [index, { count, x, pitch }] of exact.entries()) {
      const [, , left = 0, apart = 0] = written[index] ?? []
      const end = x + (count - 1) * pitch
      expect(Math.abs(left + (count - 1) * apart - end)).toBeLessThan(0.25 * pitch)
    }
  },
)

test('a layer that reads both ways waits until the one below has come to both ends', () => {
  const { scene } = sceneOf({ kind: 'unrolled', seq: 'abcd', layers: 2, bidirectional: true, hidden: 3 })
  const strips = rows(scene)
  const upper = strips.filter(({ rows }) => rows && rows.count > 0)
  const lower = strips.filter(({ rows }) => rows && rows.count === 0)
  expect(upper.map(({ first }) => first)).toEqual([4, 4])
  expect(lower.map(({ first }) => first)).toEqual([0, 0])
  expect(
    replayOf(computed({ kind: 'unrolled', seq: 'abcd', layers: 2, bidirectional: true, replay: true }))?.steps,
  ).toBe(8)
  expect(replayOf(computed({ kind: 'unrolled', seq: 'abcd', layers: 2, replay: true }))?.steps).toBe(4)
})

test('where steps are left out, their place lights up as long as they take', () => {
  const { scene } = sceneOf({ kind: 'unrolled', seq: 'abcd'.repeat(30), hidden: 3 })
  const lights = (scene.timeline?.stretches ?? []).filter((stretch) => !stretch.rows)
  const lit = (step: number) => lights.filter(({ first, count }) => step >= first && step < first + count).length
  for (let step = 0; step < 120; step++) expect(lit(step), `step ${step}`).toBeGreaterThan(0)
})

test('backward, the last column comes first', () => {
  const { scene } = sceneOf({ seq: 'abcd', bidirectional: true, hidden: 2 })
  const [forward, backward] = rows(scene) as [Stretch, Stretch]
  expect(forward.first).toBe(0)
  expect(backward.first).toBe(0)
  expect(backward.x).toBe(forward.x + 3 * forward.pitch)
  expect(backward.pitch).toBe(-forward.pitch)
})
