import type * as estree from 'estree'
import type { ArticleFile } from './article-error.ts'
import { type Call, callsOf } from './calls.ts'
import { localNames, unboundNames } from './components.ts'
import { type KnownProps, knownProps } from './known-props.ts'
import type { Constants } from './literal.ts'
import { type Place, placeOfTag } from './source.ts'

/** A compiled module and the text it was compiled from. */
export interface Module {
  readonly program: estree.Program
  /** Read only when a place in it is asked for. */
  readonly source: () => string
  readonly file: ArticleFile
  /** True for an article, where the components need no import. */
  readonly provided: boolean
  /** True where figures bear numbers: in articles and pages, but not in components, which may be used repeatedly. */
  readonly numbered: boolean
}

/** A tag in the source together with the call it was compiled to. */
export interface Tag extends KnownProps {
  readonly call: Call
  /** Where the tag, or one of its options, stands in the source. */
  readonly place: (option?: string) => Place | undefined
}

/** Every tag of this package's components, in reading order. */
export function tagsOf({ program, source, provided }: Module, constants: Constants): readonly Tag[] {
  const calls = callsOf(program, localNames(program, provided ? unboundNames(program) : []))
  return calls.map((call) => {
    const alike = calls.filter(({ tag }) => tag === call.tag)
    return {
      call,
      ...knownProps(call.props, constants),
      place: (option) => placeOfTag(source(), call.tag, alike.indexOf(call), alike.length, option),
    }
  })
}
