import { notSanctioned } from '../../../server/screening/checks/not-sanctioned.ts'
import type { CompanyProfile } from '../../../server/organisations/organisation.ts'
import type { ScreeningContext } from '../../../server/screening/screening-context.ts'
import { company, context, offer, rulesOf } from '../people.ts'

const watchlist = {
  version: '7',
  entries: [
    { id: 'L-1', list: 'Test list', names: ['Paradigma Shiping Agency Ltd.', 'Парадейгма Шиппинг'] },
    { id: 'L-2', list: 'Test list', names: ['Northern Ghost Metals'] },
  ],
}
const check = (
  name: string,
  profile: Partial<CompanyProfile> = {},
  decidedHits: ScreeningContext['decidedHits'] = [],
) => notSanctioned(offer(), company(profile, name), context({ watchlist, decidedHits }))

test('a likeness is held as a candidate with its evidence', () => {
  const finding = check('Paradeigma Shipping Agency')
  expect(finding).toMatchObject({
    verdict: 'held',
    reasons: [
      {
        rule: 'not-sanctioned.candidate',
        key: 'not-sanctioned.candidate|entry=L-1',
        facts: {
          name: 'Paradeigma Shipping Agency',
          listed: 'Paradigma Shiping Agency Ltd.',
          list: 'Test list',
          entry: 'L-1',
        },
      },
    ],
  })
  expect(finding.reasons[0]?.facts['percent']).toBeGreaterThan(85)
})

test.each<[string, Partial<CompanyProfile>]>([
  ['a former name', { formerNames: ['Northern Ghost Metals Inc'] }],
  ['an owner', { owners: ['Acme Staff', 'NORTHERN GHOST METALS'] }],
])('%s is compared too', (_, profile) => {
  const finding = check('Acme Water Works', profile)
  expect(finding.reasons).toMatchObject([{ rule: 'not-sanctioned.candidate', facts: { entry: 'L-2' } }])
})

test('names unlike any entry are cleared, and the reason says how many were compared', () => {
  expect(check('Example Solar Cooperative', { owners: ['Its members'] })).toMatchObject({
    verdict: 'cleared',
    reasons: [{ rule: 'not-sanctioned.no-hit', facts: { names: 2, entries: 2 } }],
  })
})

test('a hit that a person found to be another no longer holds, but is still shown', () => {
  const finding = check('Paradeigma Shipping Agency', {}, [{ entryId: 'L-1', same: false }])
  expect(finding.verdict).toBe('cleared')
  expect(rulesOf(finding)).toEqual(['not-sanctioned.no-hit', 'not-sanctioned.settled'])
})

test('a decision settles its own entry only', () => {
  const settled = [{ entryId: 'L-1', same: false }]
  const finding = check('Paradeigma Shipping Agency', { formerNames: ['Northern Ghost Metals'] }, settled)
  expect(finding.verdict).toBe('held')
  expect(finding.reasons.map(({ key }) => key)).toEqual([
    'not-sanctioned.candidate|entry=L-2',
    'not-sanctioned.settled|entry=L-1',
  ])
})

test('a hit that a person found to be the same keeps holding', () => {
  const finding = check('Paradeigma Shipping Agency', {}, [{ entryId: 'L-1', same: true }])
  expect(finding).toMatchObject({ verdict: 'held', reasons: [{ rule: 'not-sanctioned.same' }] })
})

test('without any list the check is cleared and says so', () => {
  const finding = notSanctioned(offer(), company(), context())
  expect(finding).toMatchObject({ verdict: 'cleared', reasons: [{ facts: { entries: 0 } }] })
})
