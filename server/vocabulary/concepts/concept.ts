import type { Labels, Language } from '../languages.ts'

/**
 * A subject that needs and offers are about, apart from any language.
 * Label and synonyms are terms that a text is searched for, inflection aside. A term in capitals ('AIDS')
 * is met only in capitals, a term after '=' ('=generators') only in that very form.
 */
export interface Concept {
  readonly id: string
  readonly labels: Labels
  readonly synonyms: Readonly<Record<Language, readonly string[]>>
  /** Goals, 1 to 17, that postings on this subject mostly serve. */
  readonly sdgs: readonly number[]
  /** The next wider subject. */
  readonly broader?: string
  /** Subjects that are not meant where their terms stand within a term of this one. */
  readonly hides?: readonly string[]
}

export function termsOf(concept: Concept, language: Language): string[] {
  return [concept.labels[language], ...concept.synonyms[language]]
}
