import { isChinese, runsOf } from '../tokens.ts'
import { isLanguage, LANGUAGES } from '../languages.ts'
import type { Language } from '../languages.ts'
import { broaderOf, hiddenBy } from './concepts.ts'
import { tokenOf } from './term-keys.ts'
import { termsAt } from './term-tree.ts'
import type { Term, Token, Tokens } from './term-tree.ts'
import { treeOf } from './trees.ts'

export interface Mention {
  readonly id: string
  readonly count: number
}

const phraseEnd = /[.,;:!?()[\]{}"«»“”|\n\r\t،؛؟。，；：、！？（）「」《》]+/u
const nothing: Token = { keys: [], skippable: false }

/**
 * The concepts that a text mentions, most often mentioned first, then in order of appearance. Looks for terms
 * of the stated language, of English and of Chinese (whose script cannot mislead); in all six languages where
 * none of the six is stated. No term reaches across punctuation. A term within a longer one counts beside it,
 * except where the longer one is narrower or hides it: 'drinking water' is not also 'water'.
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
  const alphabetic = LANGUAGES.filter((language) => language !== 'zh')
  if (stated === undefined || !isLanguage(stated)) return alphabetic
  return alphabetic.filter((language) => language === stated || language === 'en')
}

function mentionsIn(phrase: string, languages: Language[]): string[] {
  const runs = runsOf(phrase)
  const signs = runs.filter(isChinese).flatMap((run) => [...run, ' '])
  const chinese = termsIn(signs.length, (index) => characterAt(signs, index), 'zh')
  const others = languages.flatMap((language) => termsIn(runs.length, wordsOf(runs, language), language))
  return [...standing(chinese), ...standing(others)]
}

function termsIn(length: number, tokens: Tokens, language: Language): Term[] {
  const tree = treeOf(language)
  return Array.from({ length }, (_, start) => termsAt(tree, tokens, start)).flat()
}

function characterAt(signs: string[], index: number): Token | undefined {
  const sign = signs[index]
  return sign === undefined ? undefined : { keys: [sign], skippable: false }
}

/** Words become tokens when they are first asked for, each once. */
function wordsOf(runs: string[], language: Language): Tokens {
  const made: Token[] = []
  return (index) => {
    const run = runs[index]
    return run === undefined ? undefined : (made[index] ??= isChinese(run) ? nothing : tokenOf(run, language))
  }
}

/** The concepts of all terms but those hidden by a term that covers them. */
function standing(terms: Term[]): string[] {
  const inOrder = terms.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const mentions: string[] = []
  let covering: Term[] = []
  for (const term of inOrder) {
    covering = covering.filter(({ end }) => end > term.start)
    if (!covering.some((longer) => covers(longer, term))) mentions.push(term.concept)
    covering.push(term)
  }
  return mentions
}

function covers(longer: Term, term: Term): boolean {
  if (longer.end < term.end) return false
  return (
    longer.concept === term.concept ||
    broaderOf(longer.concept).includes(term.concept) ||
    hiddenBy(longer.concept).includes(term.concept)
  )
}
