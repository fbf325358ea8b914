import {
  allConcepts,
  broaderOf,
  conceptLabel,
  hiddenBy,
  isConcept,
  relatedSdgs,
  VOCABULARY_VERSION,
} from '../../../server/vocabulary/concepts/concepts.ts'
import { termsOf } from '../../../server/vocabulary/concepts/concept.ts'
import { findConcepts } from '../../../server/vocabulary/concepts/find-concepts.ts'
import { termKeys } from '../../../server/vocabulary/concepts/term-keys.ts'
import { isSdg } from '../../../server/vocabulary/sdgs.ts'
import { LANGUAGES } from '../../../server/vocabulary/languages.ts'

const scripts = { ar: 'Arabic', zh: 'Han', en: 'Latin', fr: 'Latin', ru: 'Cyrillic', es: 'Latin' }

test('concepts have ids of their own, and a label in all six languages in its script', () => {
  expect(allConcepts().length).toBeGreaterThanOrEqual(150)
  expect(new Set(allConcepts().map(({ id }) => id)).size).toBe(allConcepts().length)
  for (const { id, labels } of allConcepts()) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    for (const language of LANGUAGES) {
      expect(labels[language]).toMatch(new RegExp(`^\\p{Script=${scripts[language]}}`, 'u'))
    }
  }
})

test.each(LANGUAGES)('in %s no label is used twice', (language) => {
  const labels = allConcepts().map(({ id }) => conceptLabel(id, language))
  expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([])
})

test.each(LANGUAGES)('in %s no term belongs to two concepts, inflection aside', (language) => {
  const owners = new Map<string, string>()
  const shared: string[] = []
  for (const concept of allConcepts()) {
    for (const term of termsOf(concept, language)) {
      for (const keys of termKeys(term, language)) {
        const key = keys.join(' ')
        if ((owners.get(key) ?? concept.id) !== concept.id)
          shared.push(`${term}: ${owners.get(key)}, ${concept.id}`)
        owners.set(key, concept.id)
      }
    }
  }
  expect(shared).toEqual([])
})

test.each(LANGUAGES)('in %s every term finds its own concept', (language) => {
  const lost = allConcepts().flatMap((concept) =>
    termsOf(concept, language)
      .map((term) => term.replace(/^=/, ''))
      .filter((term) => !findConcepts(term, language).some(({ id }) => id === concept.id))
      .map((term) => `${concept.id}: ${term}`),
  )
  expect(lost).toEqual([])
})

test('what concepts refer to exists, and no concept is wider than itself', () => {
  for (const { id, sdgs } of allConcepts()) {
    expect([...broaderOf(id), ...hiddenBy(id)].every(isConcept)).toBe(true)
    expect(broaderOf(id)).not.toContain(id)
    expect(sdgs.length).toBeGreaterThan(0)
    expect(sdgs.every(isSdg)).toBe(true)
  }
})

test('wider subjects come nearest first', () => {
  expect(broaderOf('cold-chain')).toEqual(['vaccines', 'health'])
  expect(broaderOf('health')).toEqual([])
  expect(broaderOf('no-such-concept')).toEqual([])
})

test('labels and goals of a concept', () => {
  expect(conceptLabel('cold-chain', 'fr')).toBe('Chaîne du froid')
  expect(conceptLabel('cold-chain', 'zh')).toBe('冷链')
  expect(conceptLabel('no-such-concept', 'fr')).toBe('no-such-concept')
  expect(relatedSdgs('school-meals')).toEqual([2, 4])
  expect(relatedSdgs('__proto__')).toEqual([])
})

test('the version names the method and the data', () => {
  expect(VOCABULARY_VERSION).toMatch(/^\d+-[0-9a-f]{12}$/)
})
