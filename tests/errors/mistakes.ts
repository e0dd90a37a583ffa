/** A mistake in an article, and what its author is told. */
export interface Mistake {
  readonly source: string
  readonly message: string
  readonly hint?: string
  readonly line: number
  readonly column: number
}

const known = 'Known: kind, seq, alphabet, cell, nonlinearity, hidden, seed, caption, alt, id, order, name, class.'
const units = 'a whole number from 1 to 512 (a figure needs a visible row for each unit)'
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
    source: '<RnnFigure seq="abra" hidden={513} />\n',
    message: `\`hidden\` must be ${units}, not 513.`,
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
    source: `<RnnFigure seq="${'a'.repeat(400)}" hidden={300} />\n`,
    message: '400 symbols × 300 units make 120,000 values; at most 50,000 are allowed (each is a shape in the page).',
    hint: 'Shorten `seq` or lower `hidden`.',
    line: 1,
    column: 12,
  },
  'too many symbols': {
    source: `<RnnFigure seq="${'a'.repeat(3_001)}" />\n`,
    message: '`seq` has 3,001 symbols; at most 3,000 are allowed (each stands in the page).',
    line: 1,
    column: 12,
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
