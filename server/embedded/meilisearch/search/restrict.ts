import { covers } from '../index/flatten.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { eachWord } from '../index/token-stream.ts'
import type { TokenStream } from '../index/token-stream.ts'
import type { Settings } from '../settings/settings.ts'
import type { Node } from './nodes.ts'
import { eachSequence } from './sequences.ts'

/**
 * Corrects where nodes were found when only some fields are searched, or when some fields forgive no typos: the
 * postings do not know fields, so the documents found are read again.
 */
export function restrictToFields(
  index: SearchIndex,
  settings: Settings,
  nodes: Node[],
  searchOn: string[] | null,
): void {
  const exact = settings.typoTolerance.disableOnAttributes
  if (searchOn === null && exact.length === 0) return
  const allowed = index.plan.fieldNames.map(
    (name) => searchOn?.some((pattern) => covers(pattern, name)) ?? true,
  )
  const strict = index.plan.fieldNames.map((name) => exact.some((pattern) => covers(pattern, name)))
  for (const node of nodes) {
    node.found.forEach((found, document) => {
      if (found !== 0) node.found[document] = fewestTypos(node, index.tokens[document]!, allowed, strict)
    })
  }
}

function fewestTypos(node: Node, tokens: TokenStream, allowed: boolean[], strict: boolean[]): number {
  let fewest = 255
  const see = (field: number, typos: number, isExact: boolean) => {
    if (allowed[field] && (isExact || !strict[field])) fewest = Math.min(fewest, typos)
  }
  eachWord(tokens, (word, field) => {
    const typos = node.words.get(word)
    if (typos !== undefined) see(field, typos, word === node.exact)
  })
  for (const { words, typos } of node.sequences)
    eachSequence(tokens, words, (field) => see(field, typos, true))
  return fewest === 255 ? 0 : fewest + 1
}
