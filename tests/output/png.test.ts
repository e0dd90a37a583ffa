import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { venues } from '../../plugins/rnn-figures/venues.ts'
import { has, lacking, tool } from '../tools.ts'
import { hashes } from './hashes.ts'
import { pictured, written } from './written.ts'

const figure = { seq: 'abracadabra', seed: 7, formats: ['png' as const] }

describe('a PNG for screens', () => {
  test('has two pixels for each px of the page, white under it, and no transparency', async () => {
    const { width, height } = pictured(figure).picture.sheet
    const png = (await written(figure)).bytes('png')
    expect(await sharp(png).metadata()).toMatchObject({
      format: 'png',
      width: 2 * width,
      height: 2 * height,
      density: 192,
      hasAlpha: false,
      channels: 3,
    })
    const { data } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255])
  })

  test('is the same each time', async () => {
    expect((await written(figure)).bytes('png')).toEqual((await written(figure)).bytes('png'))
  })

  test('may be as large as the largest figure', async () => {
    const long = { seq: 'abcdefghij'.repeat(2000), hidden: 24, formats: ['png' as const], venue: 'elsevier' as const }
    const { width = 0 } = await sharp((await written(long)).bytes('png'), { limitInputPixels: false }).metadata()
    expect(width).toBe(Math.round((90 / 25.4) * 1000))
  })
})

describe.each(Object.entries(venues))('a PNG for %s', (name, { widths, resolution }) => {
  test(`is ${widths.column} mm wide at ${resolution} dpi`, async () => {
    const png = (await written({ ...figure, venue: name as keyof typeof venues })).bytes('png')
    const { width, density, hasAlpha } = await sharp(png, { limitInputPixels: false }).metadata()
    expect(density).toBe(resolution)
    expect(hasAlpha).toBe(false)
    expect(Math.abs(((width ?? 0) / resolution) * 25.4 - widths.column)).toBeLessThan(0.1)
  })
})

test.skipIf(!has('identify'))(`other programs see the resolution${lacking('identify')}`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rnn-png-'))
  try {
    const path = join(folder, 'figure.png')
    writeFileSync(path, (await written({ ...figure, venue: 'slide' })).bytes('png'))
    const [width, density] = (await tool('identify', '-units', 'PixelsPerInch', '-format', '%w %x', path)).split(' ')
    expect(Number(density)).toBeCloseTo(300, 1)
    expect((Number(width) / Number(density)) * 25.4).toBeCloseTo(140, 1)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a machine without fonts makes the same files, and so does another process', async () => {
  const home = mkdtempSync(join(tmpdir(), 'rnn-no-fonts-'))
  try {
    const empty = '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig></fontconfig>\n'
    writeFileSync(join(home, 'fonts.conf'), empty)
    const nowhere = Object.fromEntries(
      ['HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME', 'XDG_DATA_DIRS'].map((name) => [name, home]),
    )
    const env = { PATH: process.env.PATH, ...nowhere, FONTCONFIG_FILE: join(home, 'fonts.conf'), FONTCONFIG_PATH: home }
    const there = execFileSync(process.execPath, [join(import.meta.dirname, 'hashes.ts')], { env, encoding: 'utf8' })
    const here = await hashes()
    expect(here.split('\n')).toHaveLength(16)
    expect(there).toBe(here)
  } finally {
    rmSync(home, { recursive: true })
  }
})
