import { unified } from '@astrojs/markdown-remark'
import { satteri } from '@astrojs/markdown-satteri'
import mdx, { type MdxOptions } from '@astrojs/mdx'
import type { AstroInlineConfig } from 'astro'
import type { MarkdownProcessor } from 'astro/markdown'
import rnnFigures from 'astro-rnn-figures'

/** One way to configure a site whose articles have figures. */
export interface Combination {
  readonly name: string
  readonly config: () => AstroInlineConfig
}

type NewProcessor = () => MarkdownProcessor

const processors: Readonly<Record<string, NewProcessor>> = { satteri: () => satteri(), unified: () => unified() }

const mdxOptions: Readonly<Record<string, (processor: NewProcessor) => Partial<MdxOptions>>> = {
  'mdx()': () => ({}),
  'mdx({ processor })': (processor) => ({ processor: processor() }),
  'mdx({ extendMarkdownConfig: false })': () => ({ extendMarkdownConfig: false }),
  'mdx({ optimize: true })': () => ({ optimize: true }),
}

const orders = { before: true, after: false } as const

/** Both processors × both orders × every option of MDX that once kept an integration from its articles. */
export const combinations: readonly Combination[] = Object.entries(processors).flatMap(([processor, newProcessor]) =>
  Object.entries(orders).flatMap(([order, first]) =>
    Object.entries(mdxOptions).map(([call, options]) => ({
      name: `${processor}, rnnFigures() ${order} ${call}`,
      config: () => siteConfig(newProcessor, first, options(newProcessor)),
    })),
  ),
)

function siteConfig(processor: NewProcessor, first: boolean, options: Partial<MdxOptions>): AstroInlineConfig {
  const integrations = [mdx(options), rnnFigures()]
  return {
    markdown: { processor: processor() },
    integrations: first ? integrations.toReversed() : integrations,
  }
}
