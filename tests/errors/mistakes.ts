import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A mistake in an article, and what its author is told. */
export interface Mistake {
  readonly source: string
  /** Files beside the article. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly message: string
  readonly hint?: string
  readonly line: number
  readonly column: number
}

const heatmapOptions =
  'kind, seq, words, values, alphabet, cell, nonlinearity, hidden, layers, bidirectional, bias, initial, seed, weights, prefix, formats, venue, size, palette, grey, replay, editable, reroll, caption, alt, id, vector, layer, direction, order'
const known = `Known: ${heatmapOptions}, name, class, labels.`
const units = 'a whole number from 1 to 1,024 (a figure needs a visible row for each unit)'
const model = readFileSync(join(import.meta.dirname, '../reference/lstm-embedding.safetensors'))
const numbers = 'a list of numbers, a list of such lists, or the path of a CSV file'
const seq = 'a text such as "abracadabra", or a list of words'

const declared = (figure: string, body = '') =>
  `---\ntitle: Mistake\nrnn:\n  abra: ${figure}\n---\n\n# Mistake\n\n${body}\n`

export const mistakes: Readonly<Record<string, Mistake>> = {
  'an unknown prop': {
    source: '# Mistake\n\n<RnnFigure seq="abra" seeed={3} />\n',
    message: 'There is no option `seeed`.',
    hint: `Did you mean "seed"? ${known}`,
    line: 3,
    column: 23,
  },
  'an unknown key': {
    source: declared('{ seq: abra, hiden: 3 }'),
    message: 'There is no option `hiden`.',
    hint: `Did you mean "hidden"? ${known}`,
    line: 4,
    column: 22,
  },
  'an option of another kind': {
    source: '<RnnFigure kind="unrolled" seq="abra" order="index" />\n',
    message: 'There is no option `order` for kind "unrolled"; only kind "heatmap" has it.',
    line: 1,
    column: 39,
  },
  'an unknown kind': {
    source: '<RnnFigure seq="abra" kind="heatmp" />\n',
    message: '`kind` must be one of heatmap, unrolled, not "heatmp".',
    hint: 'Did you mean "heatmap"? Known: heatmap, unrolled.',
    line: 1,
    column: 23,
  },
  'a number as a text': {
    source: '<RnnFigure\n  seq="abra"\n  hidden="16"\n/>\n',
    message: `\`hidden\` must be ${units}, not "16".`,
    hint: 'Write a number: hidden={16} in a tag, hidden: 16 in the frontmatter.',
    line: 3,
    column: 3,
  },
  'a wrong type in the frontmatter': {
    source: declared('{ seq: 12 }'),
    message: `\`seq\` must be ${seq}, not 12.`,
    line: 4,
    column: 11,
  },
  'an empty sequence': {
    source: '<RnnFigure seq="" />\n',
    message: `\`seq\` must be ${seq}, not an empty text.`,
    line: 1,
    column: 12,
  },
  'an empty list': {
    source: '<RnnFigure seq={[]} />\n',
    message: `\`seq\` must be ${seq}, not an empty list.`,
    line: 1,
    column: 12,
  },
  'a list that is not of texts': {
    source: declared('{ seq: [one, 2] }'),
    message: `\`seq\` must be ${seq}, not a list with 2 in it.`,
    line: 4,
    column: 11,
  },
  'no sequence': {
    source: 'Text\n\n<RnnFigure hidden={3} />\n',
    message: `\`seq\` is missing; it must be ${seq}.`,
    line: 3,
    column: 1,
  },
  'a symbol outside the alphabet': {
    source: '<RnnFigure seq="abrz" alphabet="abr" />\n',
    message: '`seq` has the symbol "z" at position 4, which is not in the alphabet.',
    hint: 'The alphabet is "a", "b", "r".',
    line: 1,
    column: 12,
  },
  'a symbol twice in the alphabet': {
    source: '<RnnFigure seq="abra" alphabet="abra" />\n',
    message: '`alphabet` has "a" twice; each symbol stands in it once.',
    line: 1,
    column: 23,
  },
  'an undeclared name': {
    source: declared('{ seq: abra }', 'Two:\n\n<RnnFigure name="abra" />\n\n<RnnFigure name="abrra" />'),
    message: 'The frontmatter declares no figure named "abrra".',
    hint: 'Did you mean "abra"? Known: abra.',
    line: 13,
    column: 12,
  },
  'a name without declarations': {
    source: '<RnnFigure name="abra" />\n',
    message: 'The frontmatter declares no figure named "abra".',
    hint: 'It declares none; write, for example, rnn: { abra: { seq: abracadabra } } in an article.',
    line: 1,
    column: 12,
  },
  'too many units': {
    source: '<RnnFigure seq="abra" hidden={1025} />\n',
    message: `\`hidden\` must be ${units}, not 1025.`,
    line: 1,
    column: 23,
  },
  'a fraction of a unit': {
    source: '<RnnFigure seq="abra" hidden={1.5} />\n',
    message: `\`hidden\` must be ${units}, not 1.5.`,
    line: 1,
    column: 23,
  },
  'a negative seed': {
    source: '<RnnFigure seq="abra" seed={-1} />\n',
    message: '`seed` must be a whole number from 0 to 4,294,967,295 (the seeds of PyTorch’s generator), not -1.',
    line: 1,
    column: 23,
  },
  'too many values': {
    source: `<RnnFigure seq="${'a'.repeat(2000)}" hidden={600} />\n`,
    message: '2,000 symbols × 600 units make 1,200,000 values; at most 1,000,000 can be drawn.',
    hint: 'Shorten `seq` or lower `hidden`.',
    line: 1,
    column: 12,
  },
  'too many symbols': {
    source: `<RnnFigure seq="${'a'.repeat(20_001)}" />\n`,
    message: '`seq` has 20,001 symbols; at most 20,000 can be drawn.',
    line: 1,
    column: 12,
  },
  'a run that takes too long': {
    source: `<RnnFigure seq="${'a'.repeat(900)}" hidden={400} cell="gru" layers={8} bidirectional vector="h" layer={1} direction="forward" />\n`,
    message: 'The network would compute 23,040,000 values (all vectors of all layers); at most 20,000,000 are kept.',
    hint: 'Shorten `seq` or lower `hidden`.',
    line: 1,
    column: 12,
  },
  'a vector of another cell': {
    source: '<RnnFigure seq="abra" cell="gru" vector="f" />\n',
    message:
      '`vector` must be one that a GRU network of cell "gru" computes, not "f": r (reset gate), z (update gate), n (candidate), h (hidden state).',
    hint: 'It belongs to cell "lstm".',
    line: 1,
    column: 34,
  },
  'a vector that is part of every object': {
    source: declared('{ seq: abra, cell: lstm, vector: constructor }'),
    message:
      '`vector` must be one that an LSTM network of cell "lstm" computes, not "constructor": i (input gate), f (forget gate), g (candidate), o (output gate), c (cell state), h (hidden state).',
    line: 4,
    column: 34,
  },
  'a layer that is not there': {
    source: '<RnnFigure seq="abra" layers={2} layer={3} />\n',
    message: '`layer` is 3, but the network has layers 1 to 2.',
    line: 1,
    column: 34,
  },
  'a direction that is not read': {
    source: '<RnnFigure seq="abra" direction="backward" />\n',
    message: '`direction` is backward, but the network only reads forward.',
    hint: 'Write `bidirectional`, or leave `direction` out.',
    line: 1,
    column: 23,
  },
  'a nonlinearity for a cell with gates': {
    source: '<RnnFigure seq="abra" cell="lstm" nonlinearity="relu" />\n',
    message: '`nonlinearity` is for cell "rnn"; an LSTM network has its own.',
    line: 1,
    column: 35,
  },
  'symbols and numbers at once': {
    source: '<RnnFigure seq="abra" values={[1, 2]} />\n',
    message: 'Both `seq` and `values` are given; a network reads one of them.',
    line: 1,
    column: 23,
  },
  'a number that is a text': {
    source: declared('{ values: [[1, 2], [3, four]] }'),
    message: `\`values\` must be ${numbers}, not a list with "four" at step 2.`,
    line: 4,
    column: 11,
  },
  'steps of different lengths': {
    source: '<RnnFigure values={[[1, 2], [3]]} />\n',
    message: '`values` has steps of different lengths: 2 at step 1, 1 at step 2.',
    line: 1,
    column: 12,
  },
  'an initial state of another size': {
    source: '<RnnFigure seq="abra" hidden={2} initial={{ h: [1, 2, 3] }} />\n',
    message:
      '`initial` for h must be a number, a list of 2 (units), or 1 × 2 numbers (layers · directions × units), not 1 × 3.',
    line: 1,
    column: 34,
  },
  'a prefix without a file': {
    source: '<RnnFigure seq="abra" prefix="rnn." />\n',
    message: '`prefix` chooses from the file that `weights` names, but there is none.',
    line: 1,
    column: 23,
  },
  'a file that is not there': {
    source: '<RnnFigure seq="abra" weights="./models/none.safetensors" />\n',
    message: '`weights` names "./models/none.safetensors", but there is no such file.',
    line: 1,
    column: 23,
  },
  'a file outside the site': {
    source: declared('{ seq: abra, weights: ../../../../../package.json }'),
    message: '`weights` names "../../../../../package.json", which lies outside the site.',
    hint: 'Put the file into the site’s folder, for example beside the article.',
    line: 4,
    column: 22,
  },
  'a folder': {
    source: '<RnnFigure seq="abra" weights="." />\n',
    message: '`weights` names ".", which is not a file.',
    line: 1,
    column: 23,
  },
  'a pickle': {
    source: '<RnnFigure seq="abra" weights="./pickle.pt" />\n',
    files: { 'pickle.pt': Uint8Array.from([0x50, 0x4b, 3, 4, ...Array(60).fill(0)]) },
    message: 'The weights are a pickle of PyTorch, not safetensors; a pickle may run code when it is loaded.',
    line: 1,
    column: 23,
  },
  'a file that was cut': {
    source: '<RnnFigure seq="abra" weights="./cut.safetensors" />\n',
    files: { 'cut.safetensors': model.subarray(0, 1500) },
    message: 'Tensor "rnn.weight_hh_l0" ends at byte 1272 after the header, but only 860 follow: the file is cut off.',
    line: 1,
    column: 23,
  },
  'a size that the file decides otherwise': {
    source: '<RnnFigure seq="abra" weights="./model.safetensors" hidden={16} />\n',
    files: { 'model.safetensors': model },
    message: '`hidden` is 6 in the weight file, not 16.',
    hint: 'The file decides it: leave the option out.',
    line: 1,
    column: 53,
  },
  'a symbol that the file does not know': {
    source: '<RnnFigure seq="abrz" weights="./model.safetensors" />\n',
    files: { 'model.safetensors': model },
    message: '`seq` has the symbol "z" at position 4, which is not in the alphabet.',
    hint: 'The alphabet is "a", "b", "c", "d", "r".',
    line: 1,
    column: 12,
  },
  'a table with a word in it': {
    source: '<RnnFigure values="./series.csv" />\n',
    files: { 'series.csv': 'day,level\n1,2\n2,high\n' },
    message: 'Line 3 of series.csv has "high" where a number belongs in the column "level".',
    hint: 'A line for each step, a column for each input; a header line and a first column of names may be there.',
    line: 1,
    column: 12,
  },
  'a file that only the page would know': {
    source: 'export const size = () => 3\n\n<RnnFigure seq="ab" hidden={size()} weights="./model.safetensors" />\n',
    message:
      '<RnnFigure>: `weights` names a file, and files are read while the site is built, but these options are only known when the page renders.',
    line: 3,
    column: 1,
  },
  'an id twice': {
    source:
      '<RnnFigure seq="ab" id="x" />\n\n```mdx\n<RnnFigure seq="code" id="x" />\n```\n\n<RnnFigure seq="cd" id="x" />\n',
    message: 'The id "x" is used twice, first in line 1.',
    hint: 'An id belongs to one figure of a page.',
    line: 7,
    column: 21,
  },
  'an id with a blank': {
    source: '<RnnFigure seq="ab" id="a b" />\n',
    message: '`id` must be a text without blanks, not "a b".',
    line: 1,
    column: 21,
  },
  'a reference to nowhere': {
    source: declared('{ seq: abra }', '<RnnFigure name="abra" />\n\nSee <FigureRef to="abba" />.'),
    message: '<FigureRef> leads to "abba", but no figure of this page has that name or id.',
    hint: 'Did you mean "abra"? Known: abra, fig-abra.',
    line: 11,
    column: 16,
  },
  'a reference without target': {
    source: '<RnnFigure seq="abra" />\n\nSee <FigureRef />.\n',
    message: '<FigureRef> needs `to`, the name or id of a figure.',
    hint: 'Known: fig-1.',
    line: 3,
    column: 5,
  },
  'a figure in a paragraph': {
    source: 'Text <RnnFigure seq="abra" /> text.\n',
    message: '<RnnFigure> stands among text, in a paragraph or a heading, where HTML allows no figure.',
    hint: 'Put it on a line of its own with a blank line before and after.',
    line: 1,
    column: 6,
  },
  'frontmatter that is no figure': {
    source: '---\ntitle: x\nrnn: abracadabra\n---\n',
    message:
      '`rnn` must be one figure such as { seq: abracadabra }, or a map from names to figures, not "abracadabra".',
    line: 3,
    column: 1,
  },
  'a named figure that is none': {
    source: '---\nrnn:\n  abra: abracadabra\n---\n',
    message: '`rnn.abra` must be a figure such as { seq: abracadabra }, not "abracadabra".',
    hint: 'Without names, `rnn` itself is the figure and needs `seq`.',
    line: 3,
    column: 3,
  },
  'a format that there is not': {
    source: '<RnnFigure seq="ab" formats={["svg", "gif"]} />\n',
    message: '`formats` must be one of svg, png, pdf, not "gif".',
    line: 1,
    column: 21,
  },
  'a format that is no list': {
    source: declared('{ seq: abra, formats: pdf }'),
    message: '`formats` must be a list of svg, png, pdf, not "pdf".',
    hint: 'Put it in brackets: ["pdf"].',
    line: 4,
    column: 22,
  },
  'a venue that there is not': {
    source: '<RnnFigure seq="ab" venue="neurip" />\n',
    message:
      '`venue` must be one of neurips, icml, ieee, acm, nature, science, cell, elsevier, plos, poster, slide, not "neurip".',
    hint: 'Did you mean "neurips"? Known: neurips, icml, ieee, acm, nature, science, cell, elsevier, plos, poster, slide.',
    line: 1,
    column: 21,
  },
  'a size that there is not': {
    source: '<RnnFigure seq="ab" venue="ieee" size="half" />\n',
    message: '`size` must be one of column, full, not "half".',
    line: 1,
    column: 34,
  },
  'a size without a venue': {
    source: '<RnnFigure seq="ab" size="full" />\n',
    message: '`size` chooses one of the widths of a `venue`, but there is no venue.',
    line: 1,
    column: 21,
  },
  'a palette that there is not': {
    source: declared('{ seq: abra, palette: viridis }'),
    message: '`palette` must be one of default, vivid, cividis, not "viridis".',
    hint: 'Did you mean "cividis"? Known: default, vivid, cividis.',
    line: 4,
    column: 22,
  },
  'squares for too many values': {
    source: `<RnnFigure seq="${'ab'.repeat(250)}" grey />\n`,
    message: '`grey` draws a square for each value, and this figure has too many.',
    hint: 'Shorten the sequence, lower `hidden`, or leave `grey` out.',
    line: 1,
    column: 519,
  },
  'a figure to be edited that reads numbers': {
    source: '<RnnFigure values={[1, 2, 3]} editable />\n',
    message: '`editable` is for symbols, but `values` gives numbers to read.',
    hint: 'Write `replay` instead.',
    line: 1,
    column: 31,
  },
  'new weights for a figure whose weights come from a file': {
    source: '<RnnFigure seq="abra" weights="./model.safetensors" reroll />\n',
    files: { 'model.safetensors': model },
    message: '`reroll` runs the network in the page with weights from a seed, but these weights come from a file.',
    hint: 'Write `replay` instead, or leave `weights` out.',
    line: 1,
    column: 53,
  },
  'a figure to be edited with too many values': {
    source: `<RnnFigure seq="${'ab'.repeat(200)}" editable />\n`,
    message: '`editable` draws in the page at most 6,000 values, which is 375 symbols here; `seq` has 400.',
    hint: 'Shorten `seq`, lower `hidden`, or write `replay` instead.',
    line: 1,
    column: 419,
  },
  'a network that is too large for a page': {
    source: '<RnnFigure seq="ab" hidden={600} cell="lstm" reroll />\n',
    message: '`reroll` runs the network in the page, where it may have 1,000,000 weights; it has 1,449,600.',
    hint: 'Lower `hidden` or `layers`.',
    line: 1,
    column: 46,
  },
  'words to be edited that have blanks': {
    source: '<RnnFigure seq={["New York", "Rome"]} editable />\n',
    message: '`editable` tells words apart by the blanks between them, but the word "New York" has one.',
    line: 1,
    column: 39,
  },
  'symbols to be edited that become one': {
    source: '<RnnFigure seq={["e", "\\u0301", "e"]} editable />\n',
    message: `\`editable\` reads a field symbol by symbol, but "e" and "\u0301" become one symbol in a text.`,
    hint: 'Write `replay` instead.',
    line: 1,
    column: 39,
  },
  'a replay that is no yes': {
    source: '<RnnFigure seq="ab" replay="yes" />\n',
    message: '`replay` must be true or false, not "yes".',
    line: 1,
    column: 21,
  },
  'a word that no control has': {
    source: '<RnnFigure seq="ab" replay labels={{ plya: \'Abspielen\' }} />\n',
    message: '`labels` has no word `plya`.',
    hint: 'Did you mean "play"? Known: play, pause, back, forward, step, speed, values, started, ended, sequence, reroll, seed, copy, copied, original, unknown, empty, long, changed.',
    line: 1,
    column: 28,
  },
  'a link to a step that there is not': {
    source: '[see](#fig-1:t=9)\n\n<RnnFigure seq="abra" replay />\n',
    message: 'A link leads to step 9 of the figure "fig-1", which has 4.',
    line: 3,
    column: 1,
  },
  'a word that is a number': {
    source: '<RnnFigure seq="ab" replay labels={{ seed: 7 }} />\n',
    message: '`labels.seed` must be a text, not 7.',
    line: 1,
    column: 28,
  },
  'a word without its place': {
    source: '<RnnFigure seq="ab" replay labels={{ seed: \'Saat\' }} />\n',
    message: '`labels.seed` must have a place for what is filled in, as in "Seed {seed}".',
    line: 1,
    column: 28,
  },
  'a renamed import': {
    source:
      'import { RnnFigure as Fig } from \'astro-rnn-figures/components\'\n\n{/* <Fig seq="no" /> */}\n\n<Fig seq="ok" />\n\n<Fig seq="ab" sed={1} />\n',
    message: 'There is no option `sed`.',
    hint: `Did you mean "seq"? ${known}`,
    line: 7,
    column: 15,
  },
  'a value known only when the page renders': {
    source: 'export const size = () => 0\n\n<RnnFigure seq="ab" hidden={size()} />\n',
    message: `<RnnFigure>: \`hidden\` must be ${units}, not 0.`,
    line: 3,
    column: 1,
  },
}
