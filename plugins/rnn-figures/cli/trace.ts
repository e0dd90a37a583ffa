import { type Load, readingOptions } from '../attachments.ts'
import { networkError } from '../network/network-error.ts'
import { read } from '../network/reading.ts'
import { transcript } from '../network/transcript.ts'
import { fileBytes } from '../readable-file.ts'
import { type ReadingSpec, readingSpec } from '../spec.ts'
import type { Command } from './command.ts'
import type { Values } from './flags.ts'
import { json } from './json.ts'
import { readingFlags } from './reading-flags.ts'
import { writtenOptions } from './written-options.ts'

/** Prints everything that a network computes while it reads. */
export const trace: Command = {
  summary: 'prints everything a network computes while it reads, as JSON',
  flags: readingFlags,
  notes: `The JSON is
  { symbols, alphabet, parameters: { weight_ih_l0: { shape, data }, … },
    layers: [ { forward: { h: T×H, … }, backward? }, … ], output: T×(D·H), logits? }
with every number at full precision, names and gate order as in PyTorch (LSTM: i f g o c h, GRU: r z n h).
An initial state, h or c, is a number, a list of one for each unit, or layers·directions lists.`,
  *run(values) {
    yield* json(transcript(read(optionsOf(values))))
    yield '\n'
  },
}

function optionsOf(values: Values) {
  const result = readingSpec.safeParse(writtenOptions(values))
  if (result.success) return readingOptions(result.data as ReadingSpec, load)
  const [issue] = result.error.issues
  throw networkError(`\`${String(issue?.path[0] ?? '')}\` ${issue?.message ?? 'is wrong'}.`)
}

const load: Load = (path, option) => fileBytes(path, path, option)
