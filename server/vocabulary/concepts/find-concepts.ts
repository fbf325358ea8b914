import { isChinese, runsOf } from '../tokens.ts'
import { isLanguage, LANGUAGES } from '../languages.ts'
import type { Language } from '../languages.ts'
import { termsOf } from './concept.ts'
import { allConcepts } from './concepts.ts'
import { tokenOf, termKeys } from './term-keys.ts'
import { addTerm, emptyTree, longestTerm } from './term-tree.ts'
import type { TermTree, Token } from './term-tree.ts'

export interface Mention {
  readonly id: string
  readonly count: number
}

const phraseEnd = /[.,;:!?()[\]{}"«»“”|\n\r\t،؛؟。，；：、！？（）「」《》]+/u
const trees = new Map<Language, TermTree>()

/**
 * The concepts that a text mentions, most often mentioned first, then in order of appearance. Looks for terms
 * of the stated language, of English and of Chinese (whose script cannot mislead); in all six languages where
 * none of the six is stated. Of terms that overlap the longest counts, and no term reaches across punctuation.
 */
export function findConcepts(text: string, language?: string): Mention[] {
  const languages = languagesFor(language)
  const counts = new Map<string, number>()
  for (const phrase of text.split(phraseEnd)) {
    for (const id of mentionsIn(phrase, languages)) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return Array.from(counts, ([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count)
}

function languagesFor(stated: string | undefined): Language[] {
  const spoken = LANGUAGES.filter((language) => language !== 'zh')
  if (stated === undefined || !isLanguage(stated)) return spoken
  return spoken.filter((language) => language === stated || language === 'en')
}

function mentionsIn(phrase: string, languages: Language[]): string[] {
  const runs = runsOf(phrase)
  const chinese = runs.filter(isChinese).flatMap((run) => [...Array.from(run, character), gap])
  const wordsInLanguages = languages.map((language) => sequence(runs, language))
  return [
    ...scan(chinese.length, [{ tree: treeOf('zh'), tokens: (index) => chinese[index] }]),
    ...scan(runs.length, wordsInLanguages),
  ]
}

interface Sequence {
  readonly tree: TermTree
  readonly tokens: (index: number) => Token | undefined
}

const gap: Token = { keys: [], skippable: false }

function character(sign: string): Token {
  return { keys: [sign], skippable: false }
}

/** Words become tokens when they are first asked for, each once. */
function sequence(runs: string[], language: Language): Sequence {
  const made: Token[] = []
  const tokens = (index: number) => {
    const run = runs[index]
    return run === undefined ? undefined : (made[index] ??= isChinese(run) ? gap : tokenOf(run, language))
  }
  return { tree: treeOf(language), tokens }
}

/** Reads on from each place past the longest term found there; languages that tie are all heard. */
function scan(length: number, sequences: Sequence[]): string[] {
  const mentions: string[] = []
  for (let start = 0; start < length;) {
    const found = sequences.flatMap(({ tree, tokens }) => longestTerm(tree, tokens, start) ?? [])
    const end = Math.max(start + 1, ...found.map((term) => term.end))
    const longest = found.filter((term) => term.end === end)
    mentions.push(...new Set(longest.map((term) => term.concept)))
    start = end
  }
  return mentions
}

function treeOf(language: Language): TermTree {
  const known = trees.get(language)
  if (known) return known
  const tree = emptyTree()
  for (const concept of allConcepts()) {
    for (const term of termsOf(concept, language)) {
      for (const keys of termKeys(term, language)) addTerm(tree, keys, concept.id)
    }
  }
  trees.set(language, tree)
  return tree
}
