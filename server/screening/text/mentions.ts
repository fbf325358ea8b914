import type { Language } from '../../vocabulary/languages.ts'
import { isDenied } from './negation.ts'
import { sentencesOf } from './sentences.ts'
import type { Sentence } from './sentences.ts'
import { isHan, languagesRead, lengthAt } from './terms.ts'
import type { Terms } from './terms.ts'

/** A text taken apart once, for all the questions that are put to it. */
export interface ReadText {
  sentences: readonly Sentence[]
  languages: readonly Language[]
}

/** `denied`: "no tobacco"; `benign`: the text works against the thing, as in "tobacco control". */
export interface Mention {
  /** as written in the text */
  words: string
  sense: 'plain' | 'denied' | 'benign'
}

/** Words before and after a term in which a benign word changes what is meant. */
const benignReach = { before: 5, after: 2 }

export function readText(text: string, language: string): ReadText {
  return { sentences: sentencesOf(text), languages: languagesRead(language) }
}

/** Every mention of the terms, and how it is meant; words of `benign` near a mention make it harmless. */
export function mentionsOf(
  { sentences, languages }: ReadText,
  list: Terms,
  benign: readonly Terms[],
): Mention[] {
  return sentences.flatMap((sentence) => mentionsIn(sentence, list, benign, languages))
}

function mentionsIn(
  sentence: Sentence,
  list: Terms,
  benign: readonly Terms[],
  languages: readonly Language[],
): Mention[] {
  const mentions: Mention[] = []
  for (let at = 0; at < sentence.length; at++) {
    const length = lengthAt(sentence, at, list, languages)
    if (length === 0) continue
    const end = at + length
    mentions.push({
      words: written(sentence, at, end),
      sense: senseOf(sentence, at, end, benign, languages),
    })
    at = end - 1
  }
  return mentions
}

function senseOf(
  sentence: Sentence,
  start: number,
  end: number,
  benign: readonly Terms[],
  languages: readonly Language[],
) {
  if (isDenied(sentence, start, end, languages)) return 'denied'
  const unit = isHan(sentence[start]) ? 2 : 1
  const from = Math.max(0, start - benignReach.before * unit)
  for (let at = from; at < end + benignReach.after * unit; at++) {
    if (benign.some((kind) => lengthAt(sentence, at, kind, languages) > 0)) return 'benign'
  }
  return 'plain'
}

/** What the text says plainly of these terms, as written, each once; neither denied nor benign. */
export function plainMentions(text: ReadText, list: Terms, benign: readonly Terms[] = []): string[] {
  const plain = mentionsOf(text, list, benign).filter(({ sense }) => sense === 'plain')
  return [...new Set(plain.map(({ words }) => words))]
}

/** Whether the terms stand in the text at all, in whatever sense. */
export function says({ sentences, languages }: ReadText, list: Terms): boolean {
  return sentences.some((sentence) => sentence.some((_, at) => lengthAt(sentence, at, list, languages) > 0))
}

function written(sentence: Sentence, start: number, end: number): string {
  const words = sentence.slice(start, end)
  return words.map(({ raw }) => raw).join(isHan(words[0]) ? '' : ' ')
}
