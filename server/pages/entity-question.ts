import type { Request } from 'express'
import { z } from 'zod'
import type { Organisation } from '../organisations/organisation.ts'
import { namesIn } from '../postings/posting-names.ts'
import { fitsMandate } from '../screening/checks/mandate/mandate-fit.ts'
import { known, lenient } from '../search/parameters.ts'
import { conceptLabel, isConcept } from '../vocabulary/concepts/concepts.ts'
import { CONTRIBUTION_TYPES } from '../vocabulary/contribution-types.ts'
import { isLanguage } from '../vocabulary/languages.ts'
import { allCountries, isCountry } from '../vocabulary/places.ts'
import { SDGS } from '../vocabulary/sdgs.ts'

type Reader = Pick<Request, 'language' | 't'>

const schema = z.object({
  type: z.enum(CONTRIBUTION_TYPES).optional(),
  sdg: z.coerce.number().int().min(1).max(17).optional(),
  topic: known(isConcept).optional(),
  country: known(isCountry).optional(),
})

/** What somebody has to give, as far as said: who would take it? */
export type Question = z.output<typeof schema>

/** From an address; what makes no sense is left aside, and so is what was left open. */
export function readQuestion(parameters: Record<string, unknown>): Question {
  const given = Object.entries(parameters).filter(([, value]) => value !== '')
  return lenient(schema, Object.fromEntries(given))
}

export const isAsked = (question: Question): boolean => Object.values(question).some(Boolean)

/** Entities that would hear of it, by the rule that routes offers: its kind, and a goal or topic. Place decides for offices. */
export function entitiesFor({ type, sdg, topic }: Question, entities: Organisation[]): Organisation[] {
  const kind = { contributionTypes: type ? [type] : [...CONTRIBUTION_TYPES] }
  const subject = { sdgs: new Set(sdg ? [sdg] : []), concepts: new Set(topic ? [topic] : []) }
  return entities.filter((entity) => fitsMandate(entity, kind, subject))
}

/** The fields of the form, as selections; topics are those that a mandate names. */
export function questionFields(question: Question, entities: Organisation[], { language, t }: Reader) {
  const names = namesIn(language)
  const spoken = isLanguage(language) ? language : 'en'
  const topics = [...new Set(entities.flatMap(({ mandate }) => mandate?.concepts ?? []))]
  const field = (name: keyof Question, choices: { value: string; label: string }[]) => ({
    ...{ name, label: t(`entities:question.${name}`), any: t('entities:question.any') },
    choices: choices.map((choice) => ({ ...choice, selected: String(question[name]) === choice.value })),
  })
  const sorted = (codes: readonly string[], nameOf: (code: string) => string) =>
    codes.map((value) => ({ value, label: nameOf(value) })).sort((a, b) => names.compare(a.label, b.label))
  return [
    field(
      'type',
      CONTRIBUTION_TYPES.map((value) => ({ value, label: names.type(value) })),
    ),
    field(
      'sdg',
      SDGS.map((goal) => ({ value: String(goal), label: `${goal}. ${names.goal(goal).name}` })),
    ),
    field(
      'topic',
      sorted(topics, (topic) => conceptLabel(topic, spoken)),
    ),
    field('country', sorted(allCountries(), names.country)),
  ]
}
