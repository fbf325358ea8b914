import type { Language } from '../languages.ts'
import { termsOf } from './concept.ts'
import { allConcepts } from './concepts.ts'
import { termKeys } from './term-keys.ts'
import { addTerm, emptyTree } from './term-tree.ts'
import type { TermTree } from './term-tree.ts'

const trees = new Map<Language, TermTree>()

/** The terms of all concepts in a language, gathered when first asked for. */
export function treeOf(language: Language): TermTree {
  const tree = trees.get(language) ?? gather(language)
  trees.set(language, tree)
  return tree
}

function gather(language: Language): TermTree {
  const tree = emptyTree()
  for (const concept of allConcepts()) {
    for (const term of termsOf(concept, language)) {
      for (const keys of termKeys(term, language)) addTerm(tree, keys, concept.id)
    }
  }
  return tree
}
