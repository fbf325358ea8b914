import { fold } from './fold.ts'
import { stem } from './stem.ts'
import stopWordLists from './data/stop-words.json' with { type: 'json' }

const run = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu
const invisible = /\p{Cf}|\u0640/gu
const possessive = /(?<=\p{L})['’]s(?!\p{L})/giu
const han = /\p{Script=Han}/u

const chinese = new Intl.Segmenter('zh', { granularity: 'word' })
const stopWords = new Map(
  Object.entries(stopWordLists).map(([language, list]) => [language, new Set(list.split(' ').map(fold))]),
)

/**
 * The runs of letters and digits of a text, in order and in their own case: words as they are written,
 * except that Chinese comes as whole unsegmented runs. Direction marks and tatweel are gone,
 * a possessive 's is cut off, other apostrophes and hyphens part words.
 */
export function runsOf(text: string): string[] {
  const plain = text.normalize('NFKC').replace(invisible, '').replace(possessive, '')
  return plain.match(run) ?? []
}

export function isChinese(run: string): boolean {
  return han.test(run)
}

/** The words of a text in lower case, accents kept; Chinese is parted into words by dictionary. */
export function words(text: string): string[] {
  return runsOf(text).flatMap((run) => (isChinese(run) ? chineseWords(run) : run.toLowerCase()))
}

/** The stems of all words of a text, in order, stop words included; see `stem`. */
export function stems(text: string, language: string): string[] {
  return words(text).map((word) => stem(word, language))
}

/** Whether the word, in any case, tells nothing in this language; false in a language other than the six. */
export function isStopWord(word: string, language: string): boolean {
  return stopWords.get(language)?.has(fold(word)) ?? false
}

/** The segmenter grows slow on long input, so it is given 200 characters at a time. */
function chineseWords(run: string): string[] {
  const pieces = run.match(/.{1,200}/gsu) ?? []
  return pieces.flatMap((piece) => Array.from(chinese.segment(piece), ({ segment }) => segment))
}
