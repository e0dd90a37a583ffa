import { finished } from '../figures/drawn.ts'

type Written = Readonly<Record<string, unknown>>

const small = (seq: unknown, options: Written = {}): Written => ({ seq, hidden: 4, ...options })
const hostile = (seq: unknown, options: Written = {}): Written => ({ seq, hidden: 2, ...options })

/** What each page of the site `articles` shows, in reading order. */
export const expected: Readonly<Record<string, readonly Written[]>> = {
  'first/index.html': [{ seq: 'abracadabra' }, { seq: 'abracadabra', seed: 7, kind: 'unrolled' }],
  'references/index.html': [small('aba'), small('abra', { seed: 7 }), small('ab')],
  'imported/index.html': ['explicit', 'renamed', 'default', 'namespace'].map((seq) => small(seq)),
  'single/index.html': [small('single'), small('single', { nonlinearity: 'relu' })],
  'places/index.html': [
    small('list'),
    small('table'),
    small('expression'),
    { seq: 'spread', hidden: 5, seed: 7 },
    small('template'),
  ],
  'functions/index.html': ['wrapped', 'wrapped', 'one', 'two'].map((seq) => small(seq)),
  'overridden/index.html': [],
  'passed/index.html': [],
  'windows/index.html': [small('windows', { seed: 7 })],
  'page/index.html': [small('layout', { seed: 7 }), small('layout', { seed: 7 })],
  'index.html': [{ seq: 'abracadabra', seed: 7 }],
  'renamed/index.html': ['renamed', 'default', 'namespace', 'shown', 'shown', 'three', 'four'].map((seq) => small(seq)),
  'hostile/index.html': [
    hostile('<script>alert(1)</script>'),
    hostile(['"', "'", ']]>', '-->', '&amp;', '</svg>', '</title>', '`']),
    hostile(['\ud800', '\u0000', '\u200f', '\ufffe']),
    hostile('שלום عالم'),
    hostile('👩‍👩‍👧‍👦👩🏽‍🚀🇺🇳👩‍👩‍👧‍👦'),
    hostile('e\u0301o\u0308\u0323\u0301'),
    hostile('ab', { alt: '"><img src=x onerror=alert(1)>' }),
  ],
}

/** The drawings of these figures, as the plugin makes them without Astro. */
export function drawings(written: readonly Written[]): readonly string[] {
  return written.flatMap((options) => finished(options).drawings)
}
