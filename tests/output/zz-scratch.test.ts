import { writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { bytesHash } from '../../plugins/rnn-figures/hash.ts'
import { typefaces } from '../../plugins/rnn-figures/output/typefaces.ts'
import { written } from './written.ts'
test('x', async () => {
  const one = { seq: 'abracadabra', seed: 7, formats: ['svg', 'png', 'pdf'] } as const
  const a = typefaces()
  const w = async (o: object, f: typeof a) => bytesHash((await written(o as never, f)).bytes('pdf')).slice(0, 8)
  console.log('H', await w(one, a), await w(one, a), await w({ ...one, formats: ['pdf'] }, a))
  const b = typefaces()
  await written({ seq: 'abc', hidden: 4 }, b)
  await written({ kind: 'unrolled', seq: 'abc' }, b)
  console.log('H', await w(one, b))
  writeFileSync('/tmp/hf/b.pdf', (await written(one as never, b)).bytes('pdf'))
  const c = typefaces()
  console.log('H', await Promise.all([w(one, c), written({ seq: 'abc', hidden: 4 }, c), w({ ...one, formats: ['pdf']}, c), w({ seq: 'sphinx of black', formats: ['pdf']}, c)]))
  writeFileSync('/tmp/hf/a.pdf', (await written(one as never, a)).bytes('pdf'))
})
