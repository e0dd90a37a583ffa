import { interpolate, samples, wcagContrast } from 'culori'
import { describe, expect, test } from 'vitest'
import { palette, paletteNames } from '../../plugins/rnn-figures/output/palettes.ts'
import { ramps, steps } from '../../plugins/rnn-figures/scene/ramp.ts'
import type { RampName } from '../../plugins/rnn-figures/scene/scene.ts'
import { chroma, lightness, monotone, okLightness, ordered, separation, unevenness } from './colour-measures.ts'

type Level = (level: number) => string

/** The colours of sizes 0 to 20, for each sign. */
const armsOf = (level: Level, signs: readonly number[]) =>
  signs.map((sign) => Array.from({ length: steps + 1 }, (_, size) => level(sign * size)))

const asymmetry = (level: Level) =>
  Math.max(...ramps.signed.levels.map((x) => Math.abs(lightness(level(-x)) - lightness(level(x)))))

/** How different −x and +x are for the eyes that see the least of it, at |x| = 0.1 and 0.25. */
const separations = (level: Level) => [0.1, 0.25].map((x) => separation(level(-x * steps), level(x * steps)))

const shown = paletteNames.flatMap((name) => (['light', 'dark'] as const).map((theme) => ({ name, theme })))

describe.each(shown)('$name, $theme:', ({ name, theme }) => {
  const { level, inks } = palette(name, theme)
  const signed: Level = (x) => level('signed', x)
  const both: readonly [RampName, readonly (readonly string[])[]][] = [
    ['signed', armsOf(signed, [-1, 1])],
    ['gate', armsOf((x) => level('gate', x), [1])],
  ]

  describe.each(both)('%s', (ramp, arms) => {
    test('every level is a colour of its own', () => {
      const colours = ramps[ramp].levels.map((x) => level(ramp, x))
      expect(colours.filter((colour) => /^#[0-9a-f]{6}$/.test(colour))).toHaveLength(colours.length)
      expect(new Set(colours).size).toBe(colours.length)
    })

    test('lightness changes with the size', () => {
      for (const arm of arms) {
        expect(monotone(arm.map(okLightness))).toBe(true)
        expect(monotone(arm.map(lightness))).toBe(true)
      }
    })

    test('a grey print keeps the order of sizes', () => expect(ordered(arms)).toBe(true))

    test('steps are even', () => {
      for (const arm of arms) expect(unevenness(arm)).toBeLessThanOrEqual(0.25)
    })

    test('the ends stand out against the level of 0', () => {
      for (const arm of arms) expect(wcagContrast(arm[0] ?? '', arm[steps] ?? '')).toBeGreaterThanOrEqual(4.5)
    })
  })

  test('−x is as light as +x', () => expect(asymmetry(signed)).toBeLessThanOrEqual(2))

  test('0 alone is grey', () => {
    expect(ramps.signed.levels.filter((x) => chroma(signed(x)) < 0.01)).toEqual([0])
  })

  test('everyone tells −x from +x', () => {
    const [near = 0, far = 0] = separations(signed)
    expect(near).toBeGreaterThanOrEqual(10)
    expect(far).toBeGreaterThanOrEqual(25)
  })

  test('text can be read', () => {
    const paper = theme === 'light' ? '#ffffff' : '#1b1b1b'
    for (const ink of Object.values(inks)) expect(wcagContrast(ink, paper)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['signed', 'gate'] as const)('tints of %s change a page of either colour with the size', (ramp) => {
    const on = (page: number) => (x: number) => {
      const [red, green, blue, opacity] = palette(name, theme).tint(ramp, x)
      const [r, g, b] = [red, green, blue].map((byte) => (byte * opacity + page * (255 - opacity)) / 255 / 255)
      return lightness(`color(srgb ${r} ${g} ${b})`)
    }
    for (const page of [0x1b, 0xff]) {
      for (const sign of ramp === 'gate' ? [1] : [-1, 1]) {
        expect(monotone(Array.from({ length: steps + 1 }, (_, size) => on(page)(sign * size)))).toBe(true)
      }
    }
  })
})

test('a publication prints black on the colours of paper', () => {
  for (const name of paletteNames) {
    const { inks, level } = palette(name, 'print')
    expect(inks).toEqual({ ink: '#000000', faint: '#4d4d4d' })
    for (const x of ramps.signed.levels) expect(level('signed', x)).toBe(palette(name, 'light').level('signed', x))
  }
})

test('a palette is made once', () => expect(palette('vivid', 'dark')).toBe(palette('vivid', 'dark')))

describe('the measures find what is wrong', () => {
  const listed = (...stops: readonly string[]) => {
    const colours = samples(2 * steps + 1).map((t) => interpolate([...stops], 'rgb')(t))
    return (x: number) => {
      const { r, g, b } = colours[x + steps] ?? { r: 0, g: 0, b: 0 }
      return `color(srgb ${r} ${g} ${b})`
    }
  }
  const redYellowGreen = listed(
    ...['#a50026', '#d73027', '#f46d43', '#fdae61', '#fee08b', '#ffffbf'],
    ...['#d9ef8b', '#a6d96a', '#66bd63', '#1a9850', '#006837'],
  )

  test('with red, yellow and green', () => {
    expect(asymmetry(redYellowGreen)).toBeGreaterThan(7)
    expect(chroma(redYellowGreen(0))).toBeGreaterThan(0.05)
    expect(Math.max(...separations(redYellowGreen))).toBeLessThan(6)
    expect(Math.max(...armsOf(redYellowGreen, [-1, 1]).map(unevenness))).toBeGreaterThan(0.25)
    expect(ordered(armsOf(redYellowGreen, [-1, 1]))).toBe(false)
  })

  test('with a rainbow', () => {
    const rainbow = listed('#00007f', '#0000ff', '#007fff', '#00ffff', '#7fff7f', '#ffff00', '#ff7f00', '#ff0000')
    const colours = ramps.signed.levels.map(rainbow)
    expect(monotone(colours.map(lightness)) || monotone(colours.map(okLightness))).toBe(false)
  })
})
