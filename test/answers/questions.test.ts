import type { Answer } from '../../server/answers/answer.ts'
import { questionsFor } from '../../server/answers/questions.ts'
import type { Offer } from '../../server/offers/offer.ts'
import { entity, office } from '../factories/organisations.ts'
import { postingRecord } from '../factories/posting-records.ts'

const unicef = entity('United Nations Children’s Fund', 'UNICEF')
const kenya = office('UNICEF Kenya', unicef, ['KEN'])
const coordinator = { ...office('Resident Coordinator in Kenya', unicef, ['KEN']), parentId: undefined }
const unSide = [unicef, kenya, coordinator]
const asked = new Date('2027-03-01T08:00:00Z')
const later = (days: number) => new Date(asked.getTime() + days * 86_400_000)

const offer = (routed: { id: string }[], changes: Partial<Offer> = {}) =>
  ({
    ...postingRecord({ availableUntil: later(60) }),
    screening: { routes: routed.map(({ id }) => ({ organisationId: id, because: 'mandate' })) },
    ...changes,
  }) as Offer

const known = (changes: Partial<Answer> = {}): Answer => ({
  ...{ id: 'a1', offerId: 'p1', organisationId: unicef.id, speakers: [unicef.id, kenya.id] },
  ...{ askedAt: asked, dueAt: later(14), until: later(60), closedAt: null, word: null },
  ...changes,
})
const word = { kind: 'interested' as const, at: later(1), by: { accountId: '', name: '', organisation: '' } }

test('the entity is asked for itself and its office, an office of its own for itself', () => {
  const { asked: questions } = questionsFor(offer(unSide), unSide, [], asked)
  expect(
    questions.map(({ organisationId, speakers, dueAt }) => ({ organisationId, speakers, dueAt })),
  ).toEqual([
    { organisationId: unicef.id, speakers: [unicef.id, kenya.id], dueAt: later(14) },
    { organisationId: coordinator.id, speakers: [coordinator.id], dueAt: later(14) },
  ])
})

test.each<[string, Answer, { id: string }[], number, object | null]>([
  ['a later revision asks nobody again', known(), [unicef, kenya], 5, null],
  ['an answer stays', known({ word }), [], 5, null],
  ['who is not routed any more is not waited for', known(), [], 5, { closedAt: later(5) }],
  ['who was passed the offer is', known({ passedOn: { from: 'x' } }), [], 5, null],
  [
    'back before it was due: a whole term',
    known({ closedAt: later(3) }),
    [unicef, kenya],
    20,
    { closedAt: null, dueAt: later(34) },
  ],
  [
    'back after it was overdue: overdue still',
    known({ closedAt: later(16) }),
    [unicef, kenya],
    20,
    { closedAt: null, dueAt: later(14) },
  ],
  [
    'another end is noted',
    known({ until: later(30) }),
    [unicef, kenya],
    5,
    { until: later(60), dueAt: later(14) },
  ],
])('%s', (_name, answer, routed, days, expected) => {
  const { asked: questions, changed } = questionsFor(offer(routed), unSide, [answer], later(days))
  expect(questions).toEqual([])
  expect(changed).toEqual(expected ? [expect.objectContaining(expected)] : [])
})
