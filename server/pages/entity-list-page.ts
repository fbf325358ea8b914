import type { Request } from 'express'
import type { Answer } from '../answers/answer.ts'
import { figuresFrom } from '../answers/response-figures.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { paths } from '../paths.ts'
import { namesIn } from '../postings/posting-names.ts'
import type { Services } from '../services.ts'
import { addressWith } from '../web/address.ts'
import { entityCard } from './entity-card.ts'
import { entityMatrices } from './entity-matrix.ts'
import { entityPairs } from './entity-pairs.ts'
import { entitiesFor, isAsked, questionFields, readQuestion } from './entity-question.ts'

type EntityServices = Pick<Services, 'organisations' | 'answers' | 'clock'>

/** The model of `views/entities/list.hbs`: who does what, whom to ask, and where mandates meet. */
export async function entityListPage(
  req: Pick<Request, 'language' | 't' | 'query'>,
  { organisations, answers, clock }: EntityServices,
) {
  const { t, language } = req
  const now = clock.now()
  const [unSide, asked] = await Promise.all([organisations.unSide(), answers.askedSince(figuresFrom(now))])
  const { compare } = namesIn(language)
  const entities = unSide
    .filter(({ kind }) => kind === 'entity')
    .sort((a, b) => compare(a.acronym ?? a.name, b.acronym ?? b.name))
  const question = readQuestion(req.query)
  const found = entitiesFor(question, entities)
  const officesOf = groupedBy(unSide, ({ parentId }) => parentId)
  const answersOf = groupedBy<Answer>(asked, ({ organisationId }) => organisationId)
  const cards = found.map((entity) => {
    const [offices, theirs] = [officesOf(entity), answersOf(entity)]
    return entityCard(entity, { offices, answers: theirs, question, now }, req)
  })
  return {
    title: t('entities:title'),
    register: addressWith(paths.organisations(), { kind: 'entity' }),
    fields: questionFields(question, entities, req),
    asked: isAsked(question),
    ...{ form: paths.entities(), cards },
    total: t(`entities:${isAsked(question) ? 'found' : 'total'}`, { count: cards.length }),
    matrices: entityMatrices(found, req),
    pairs: entityPairs(found, req),
  }
}

function groupedBy<T>(all: T[], keyOf: (one: T) => string | undefined) {
  const groups = new Map<string | undefined, T[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return ({ id }: Pick<Organisation, 'id'>): T[] => groups.get(id) ?? []
}
