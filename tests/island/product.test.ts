import { expect, test } from 'vitest'
import { products as lean } from '../../plugins/rnn-figures/island/lean/product.ts'
import { seededNetwork } from '../../plugins/rnn-figures/network/network.ts'
import type { Parameter } from '../../plugins/rnn-figures/network/parameters.ts'
import { products } from '../../plugins/rnn-figures/network/product.ts'

test('the product of a page has the bits of the one of the build', () => {
  for (const hidden of [1, 7, 8, 19, 64]) {
    const { parameters } = seededNetwork({ cell: 'lstm', inputs: 5, hidden }, hidden)
    const operand = [parameters.weight_hh_l0 as Parameter, parameters.bias_hh_l0] as const
    const from = Float64Array.from({ length: hidden + 3 }, (_, index) => Math.sin(index))
    const outs = [products, lean].map((make) => {
      const [product] = make([operand])
      product?.of(from, 3)
      return Array.from(product?.out ?? [])
    })
    expect(outs[0]).toHaveLength(4 * hidden)
    expect(outs[1]).toEqual(outs[0])
  }
})
