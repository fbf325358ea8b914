import type { ScreeningContext } from '../../screening-context.ts'
import { isDenied } from '../../text/negation.ts'
import { claims, leave, ownSign, unitedNationsAcronyms, unitedNationsNames } from '../../text/emblem.ts'
import type { ReadText } from '../../text/mentions.ts'
import type { Sentence } from '../../text/sentences.ts'
import { isHan, lengthAt } from '../../text/terms.ts'

/** Words between a United Nations name and a sign or claim that still belong together. */
const reach = 4

/**
 * Passages that put a United Nations name next to a sign or a claim of endorsement: "the UN logo on our product",
 * "official partner of UNICEF". The name alone, "WHO-prequalified" or a UNICEF specification claim nothing;
 * nor does a company's own logo, a denial, or a request for leave.
 */
export function emblemClaims(text: ReadText, organisations: ScreeningContext['organisations']): string[] {
  const acronyms = new Set([
    ...unitedNationsAcronyms,
    ...organisations.flatMap(({ acronym }) => acronym ?? []),
  ])
  return text.sentences.flatMap((sentence) => claimsIn(sentence, text.languages, acronyms))
}

function claimsIn(sentence: Sentence, languages: ReadText['languages'], acronyms: Set<string>): string[] {
  const found: string[] = []
  const asksLeave = sentence.some((_, at) => lengthAt(sentence, at, leave, languages) > 0)
  for (let at = 0; at < sentence.length && !asksLeave; at++) {
    const end = at + lengthAt(sentence, at, claims, languages)
    if (end === at || isOwn(sentence, at, languages) || isDenied(sentence, at, end, languages)) continue
    if (isNamedNear(sentence, at, end, languages, acronyms)) found.push(passage(sentence, at, end))
    at = end - 1
  }
  return found
}

const isOwn = (sentence: Sentence, at: number, languages: ReadText['languages']): boolean =>
  at > 0 && lengthAt(sentence, at - 1, ownSign, languages) > 0

function isNamedNear(
  sentence: Sentence,
  start: number,
  end: number,
  languages: ReadText['languages'],
  acronyms: Set<string>,
): boolean {
  const room = isHan(sentence[start]) ? reach * 2 : reach
  return sentence.slice(Math.max(0, start - room), end + room).some((word, index) => {
    const at = Math.max(0, start - room) + index
    return acronyms.has(word.raw) || lengthAt(sentence, at, unitedNationsNames, languages) > 0
  })
}

function passage(sentence: Sentence, start: number, end: number): string {
  const separator = isHan(sentence[start]) ? '' : ' '
  return sentence
    .slice(Math.max(0, start - reach), end + reach)
    .map(({ raw }) => raw)
    .join(separator)
}
