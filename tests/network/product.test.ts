import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import wabt from 'wabt'
import { type Affine, plain, products } from '../../plugins/rnn-figures/network/product.ts'
import { assembled, simd } from '../../plugins/rnn-figures/network/simd.ts'

const home = join(import.meta.dirname, '../../plugins/rnn-figures/network')

test('the code is what the source assembles to', async () => {
  const { parseWat } = await wabt()
  const { buffer } = parseWat('product.wat', readFileSync(join(home, 'product.wat'), 'utf8'), { simd: true }).toBinary(
    {},
  )
  expect(assembled).toBe(Buffer.from(buffer).toString('base64'))
})

const numbers = fc.double({ min: -4, max: 4, noNaN: true })

const operands = fc
  .record({ rows: fc.integer({ min: 1, max: 70 }), columns: fc.integer({ min: 1, max: 40 }), single: fc.boolean() })
  .chain(({ rows, columns, single }) => {
    const list = (length: number) => fc.array(numbers, { minLength: length, maxLength: length })
    const stored = (values: readonly number[]) => (single ? Float32Array.from(values) : Float64Array.from(values))
    return fc.record({
      weight: list(rows * columns).map((values) => ({ shape: [rows, columns], data: stored(values) })),
      bias: fc.option(
        list(rows).map((values) => ({ shape: [rows], data: stored(values) })),
        { nil: undefined },
      ),
      vector: list(columns + 2).map((values) => Float64Array.from(values)),
    })
  })

/** Entry after entry in the order in which a reader would add. */
function byHand([{ shape, data }, bias]: Affine, vector: Float64Array, start: number): readonly number[] {
  const [rows = 0, columns = 0] = shape
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => (data[r * columns + c] ?? 0) * (vector[start + c] ?? 0)).reduce(
      (sum, product) => sum + product,
      bias?.data[r] ?? 0,
    ),
  )
}

test('this engine has the fast products', () => {
  expect(simd).toBeDefined()
})

test('both kinds of products give the same bits, several at a time', () => {
  fc.assert(
    fc.property(fc.array(operands, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 2 }), (all, start) => {
      const affines = all.map(({ weight, bias }): Affine => [weight, bias])
      const fast = products(affines)
      for (const [index, product] of fast.entries()) product.of(all[index]?.vector ?? new Float64Array(), start)
      for (const [index, operand] of affines.entries()) {
        const slow = plain(operand)
        const { vector } = all[index] as (typeof all)[number]
        slow.of(vector, start)
        expect(Array.from(slow.out)).toEqual(byHand(operand, vector, start))
        expect(Array.from(fast[index]?.out ?? [])).toEqual(Array.from(slow.out))
      }
    }),
  )
})

test('operands larger than what was needed before find their place', () => {
  const large = { shape: [1024, 300], data: Float64Array.from({ length: 1024 * 300 }, (_, k) => Math.sin(k)) }
  const vector = Float64Array.from({ length: 300 }, (_, k) => Math.cos(k))
  const [fast] = products([[large, undefined]])
  fast?.of(vector, 0)
  const slow = plain([large, undefined])
  slow.of(vector, 0)
  expect(fast?.out).toEqual(slow.out)
})
