import type { Request } from 'express'
import { responseSentence } from '../answers/response-sentence.ts'
import type { Answer } from '../answers/answer.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { paths } from '../paths.ts'
import { shortened } from '../postings/card-texts.ts'
import { namesIn } from '../postings/posting-names.ts'
import { conceptLabel } from '../vocabulary/concepts/concepts.ts'
import { isLanguage } from '../vocabulary/languages.ts'
import { isAsked, type Question } from './entity-question.ts'
import { mandateText } from './mandate-text.ts'

type Reader = Pick<Request, 'language' | 't'>

interface EntityContext {
  offices: Organisation[]
  /** asked of it, in the time that figures look back */
  answers: Answer[]
  question: Question
  now: Date
}

/** The model of `views/entities/_entity.hbs`: what an entity is there for, what it takes, where it has offices. */
export function entityCard(entity: Organisation, context: EntityContext, reader: Reader) {
  const { name, acronym, mandate } = entity
  const { language, t } = reader
  const names = namesIn(language)
  const spoken = isLanguage(language) ? language : 'en'
  const countries = [...new Set(context.offices.flatMap((office) => office.countries))]
  return {
    ...{ id: entity.id, href: paths.organisation(entity), name, acronym },
    text: mandateText(mandate?.text, language),
    reasons: isAsked(context.question) ? reasonsFor(entity, context, reader) : [],
    goals: (mandate?.sdgs ?? []).map(names.goal),
    topics: (mandate?.concepts ?? []).map((topic) => conceptLabel(topic, spoken)),
    takes: mandate?.contributionTypes.map(names.type) ?? [],
    offices: shortened(countries.map(names.country).sort(names.compare), t),
    answers: responseSentence(context.answers, context.now, reader),
    ownRules: Boolean(mandate?.overlay),
  }
}

/** Why this entity is named as an answer; each is a fact of its mandate or of its offices. */
function reasonsFor(
  { mandate }: Organisation,
  { offices, question }: EntityContext,
  reader: Reader,
): string[] {
  const { language, t } = reader
  const { type, sdg, topic, country } = question
  const names = namesIn(language)
  const spoken = isLanguage(language) ? language : 'en'
  const there = offices.filter((office) => country && office.countries.includes(country))
  const takesAll = mandate?.contributionTypes.length === 0
  return [
    type ? t(`entities:reason.${takesAll ? 'takes-all' : 'takes'}`, { type: names.type(type) }) : [],
    sdg && mandate?.sdgs.includes(sdg)
      ? t('entities:reason.goal', { number: sdg, name: names.goal(sdg).name })
      : [],
    topic && mandate?.concepts.includes(topic)
      ? t('entities:reason.topic', { topic: conceptLabel(topic, spoken) })
      : [],
    country ? placeReason(there, names.country(country), t) : [],
  ].flat()
}

const placeReason = (there: Organisation[], country: string, t: Reader['t']): string =>
  there.length > 0
    ? t('entities:reason.office', { country, office: there.map(({ name }) => name).join(', ') })
    : t('entities:reason.no-office', { country })
