import type { Offer } from '../../server/offers/offer.ts'
import { decide } from '../../server/screening/decide.ts'
import { screenOffer } from '../../server/screening/screen-offer.ts'
import { fullView, neutralView } from '../../server/screening/views.ts'
import { company, context, entity, now, offer } from './people.ts'

const watchlist = {
  version: '1',
  entries: [
    { id: 'L-1', list: 'Secret list', names: ['Acme Water Works'] },
    { id: 'L-2', list: 'Secret list', names: ['Acme Waterworks'] },
  ],
}
const organisations = [entity('UNICEF', { overlay: 'unicef', sdgs: [6] })]
const declarations = { tobacco: 30, alcohol: 20 }

function held(): Offer {
  const posted = offer({ description: 'We would print the UN logo on each of the fifty pumps.' })
  return {
    ...posted,
    screening: screenOffer(posted, company({ declarations }), context({ watchlist, organisations })),
  }
}

const textsOf = (view: ReturnType<typeof fullView>) =>
  view.checks.flatMap(({ reasons }) => reasons.map(({ text }) => text)).join('\n')

test('staff see the facts, the level and the evidence', () => {
  const view = fullView(held(), 'en')
  expect(view).toMatchObject({ verdict: 'held', level: 'high', decidedBy: null, decidedAt: null })
  expect(textsOf(view)).toContain('Exclusionary criterion: production of tobacco. Fact: declared 30 %.')
  expect(textsOf(view)).toContain(
    '“Acme Water Works” resembles “Acme Water Works” (Secret list, L-1): 100 % alike.',
  )
  expect(textsOf(view)).toContain('UNICEF does not hear of this offer by a rule of its own: alcohol.')
  const reasons = view.checks.find(({ check }) => check === 'permitted')?.reasons
  expect(reasons?.[0]).toEqual({
    rule: 'permitted.tobacco',
    version: '1',
    source: 'United Nations Global Compact, exclusion of tobacco producers',
    text: 'Exclusionary criterion: production of tobacco. Fact: declared 30 %.',
  })
})

test('the company sees every check, what it can do, and no level, evidence or overlay', () => {
  const view = neutralView(held(), 'en')
  expect(view).toMatchObject({ verdict: 'held', level: null })
  expect(view.checks).toHaveLength(7)
  expect(view.checks.filter(({ reasons }) => reasons.length === 0)).toEqual([])
  const texts = textsOf(view)
  expect(texts).toContain('Use of United Nations names and emblems needs prior written authorisation')
  expect(texts).toContain('Leave the name or emblem out, or name the authorisation.')
  for (const secret of ['tobacco', '30 %', 'Secret list', 'L-1', 'alcohol', 'UNICEF does not']) {
    expect(texts).not.toContain(secret)
  }
  const rules = view.checks.flatMap(({ reasons }) => reasons.map(({ rule }) => rule))
  expect(rules.filter((rule) => rule.includes('unicef'))).toEqual([])
})

test('two hits read as one to the company', () => {
  const hits = (view: ReturnType<typeof fullView>) =>
    view.checks.find(({ check }) => check === 'not-sanctioned')?.reasons
  expect(hits(fullView(held(), 'en'))).toHaveLength(2)
  expect(hits(neutralView(held(), 'en'))).toHaveLength(1)
})

test('staff read who decided, the company which desk', () => {
  const posted = held()
  const officer = { accountId: 'amina', name: 'Amina Yusuf', organisationId: 'unicef' }
  const decision = decide(posted, { verdict: 'refused', reason: 'Tobacco leaves no room.' }, officer, now)
  const decided = { ...posted, decision }
  expect(fullView(decided, 'en')).toMatchObject({
    verdict: 'refused',
    decidedBy: 'Amina Yusuf',
    decidedAt: now,
  })
  expect(neutralView(decided, 'en')).toMatchObject({
    verdict: 'refused',
    decidedBy: 'Headquarters',
    decidedAt: now,
  })
  expect(neutralView(decided, 'fr').decidedBy).toBe('Siège')
})

test('where the software decided, its rules are named', () => {
  const posted = offer()
  const cleared = { ...posted, screening: screenOffer(posted, company(), context()) }
  expect(fullView(cleared, 'en')).toMatchObject({
    verdict: 'cleared',
    level: 'low',
    decidedBy: 'Rules, version 1',
    decidedAt: now,
  })
})

test('an edited offer shows nothing until it is screened again', () => {
  const edited = { ...held(), revision: 2 }
  expect(fullView(edited, 'en')).toEqual({
    verdict: null,
    level: null,
    checks: [],
    decidedBy: null,
    decidedAt: null,
  })
})

test('French and Arabic readers get their language, others English', () => {
  expect(textsOf(fullView(held(), 'fr'))).toContain(
    'Critère d’exclusion : production de tabac. Fait : déclaré 30 %.',
  )
  expect(textsOf(fullView(held(), 'ar'))).toContain('معيار استبعاد: إنتاج التبغ. الواقعة: إقرار 30 %.')
  expect(textsOf(fullView(held(), 'ru'))).toContain('Exclusionary criterion: production of tobacco.')
})
