import { describe, expect, test } from 'vitest'
import { series } from '../plugins/rnn-figures/csv-series.ts'

const of = (text: string) => series(new TextEncoder().encode(text), 'x.csv')
const numbers = (text: string) => {
  const { values } = of(text)
  return Array.from({ length: values.rows }, (_, t) =>
    Array.from(values.data.subarray(t * values.columns, (t + 1) * values.columns)),
  )
}

describe('a CSV file', () => {
  test('may be numbers alone', () => {
    expect(of('1,2\n3,-4e1\n')).toEqual({ values: { rows: 2, columns: 2, data: Float64Array.of(1, 2, 3, -40) } })
  })

  test('may name its columns and its steps', () => {
    expect(of('day,level\n2026-01-01,2\n2026-01-02,3')).toMatchObject({
      names: ['level'],
      labels: ['2026-01-01', '2026-01-02'],
      values: { data: Float64Array.of(2, 3) },
    })
  })

  test('may come from a spreadsheet: BOM, semicolons, decimal commas, empty lines, Windows line ends', () => {
    expect(of('\ufeffDatum;Pegel;Regen\r\n\r\n01.01.2024;0,5;1,25\r\n02.01.2024;-3;0\r\n\r\n')).toMatchObject({
      names: ['Pegel', 'Regen'],
      values: { data: Float64Array.of(0.5, 1.25, -3, 0) },
    })
  })

  test('may have tabs, quoted separators and quoted line ends', () => {
    expect(numbers('1\t2\n3\t4')).toEqual([
      [1, 2],
      [3, 4],
    ])
    expect(of('"a;b",c\n1,2').names).toEqual(['a;b', 'c'])
    expect(of('"a\nb";c\n1;2')).toMatchObject({ names: ['a\nb', 'c'], values: { columns: 2 } })
  })

  test.each([
    ['', 'There are no numbers in x.csv.'],
    ['a,b\n', 'There are no numbers in x.csv.'],
    ['a,b\n1,2\n3,4\nn/a,6', 'Line 4 of x.csv has "n/a" where a number belongs in the column "a".'],
    ['1,2\n,3\n4,5', 'Line 2 of x.csv has "" where a number belongs.'],
    ['1\n2\nx\n4', 'Line 3 of x.csv has "x" where a number belongs.'],
    ['day;level\n\n\n1;2\n\n2;x', 'Line 6 of x.csv has "x" where a number belongs in the column "level".'],
    ['1,2\n3', 'Line 2 of x.csv has another number of fields (1) than the first (2).'],
  ])('%j is refused: %s', (text, message) => {
    expect(() => of(text)).toThrow(message)
  })

  test('must be UTF-8', () => {
    expect(() => series(Uint8Array.of(0xff, 0xfe, 0x31, 0), 'x.csv')).toThrow('x.csv is not UTF-8 text.')
  })
})
