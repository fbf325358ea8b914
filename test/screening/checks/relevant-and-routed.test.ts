import { relevant } from '../../../server/screening/checks/relevant.ts'
import { routed } from '../../../server/screening/checks/routed.ts'
import type { Offer } from '../../../server/offers/offer.ts'
import type { CompanyProfile } from '../../../server/organisations/organisation.ts'
import { company, context, entity, office, offer, rulesOf } from '../people.ts'

const unicef = entity('UNICEF', { sdgs: [3, 6], overlay: 'unicef' })
const fao = entity('FAO', {
  sdgs: [2],
  concepts: ['irrigation'],
  contributionTypes: ['expertise', 'technology'],
})
const nairobi = office('unicef-kenya', ['KEN'], 'unicef')
const rome = office('fao-peru', ['PER'], 'fao')
const coordinator = office('coordinator-kenya', ['KEN'])
const organisations = [unicef, fao, nairobi, rome, coordinator]

describe('relevant', () => {
  const check = (changes: Partial<Offer>, known = organisations) =>
    relevant(offer(changes), company(), context({ organisations: known }))

  test('names the entities whose mandate fits by goal, target or subject', () => {
    expect(check({ sdgs: [6] }).finding.reasons[0]).toMatchObject({
      rule: 'relevant.fits',
      facts: { entities: 'UNICEF' },
    })
    expect(
      check({ sdgs: [], sdgTargets: ['2.4'], title: 'A', description: 'Nothing told.' }).finding.reasons[0]
        ?.facts,
    ).toEqual({
      entities: 'FAO',
    })
    const text = {
      sdgs: [],
      title: 'Irrigation for villages',
      description: 'Drip irrigation for small farms.',
    }
    expect(check(text).finding.reasons[0]?.facts).toEqual({ entities: 'FAO' })
  })

  test('suggests goals and subjects that the author left out', () => {
    const { suggestions, finding } = check({
      sdgs: [],
      title: 'Vaccines',
      description: 'Vaccines for measles, vaccines for polio.',
    })
    expect(suggestions.concepts).toContain('vaccines')
    expect(suggestions.sdgs).toContain(3)
    expect(rulesOf(finding)).toContain('relevant.suggestion')
    expect(check({ sdgs: [3], title: 'Vaccines', description: 'Vaccines.' }).suggestions.sdgs).not.toContain(
      3,
    )
  })

  test.each<[string, Partial<Offer>]>([
    ['no entities known', { sdgs: [17] }],
    [
      'a subject that no mandate names',
      { sdgs: [17], title: 'Chess boards', description: 'Chess boards for clubs.' },
    ],
  ])('goes on with a note: %s', (what, changes) => {
    const { finding } = check(changes, what === 'no entities known' ? [] : organisations)
    expect(finding.verdict).toBe('cleared')
    expect(rulesOf(finding)[0]).toBe('relevant.open')
  })

  test('is held only where every entity declares its kinds and none takes this one', () => {
    const changes: Partial<Offer> = {
      sdgs: [17],
      title: 'Chess',
      description: 'Chess for clubs.',
      contributionTypes: ['access'],
    }
    expect(check(changes, [fao])).toMatchObject({
      finding: { verdict: 'held', reasons: [{ rule: 'relevant.nobody-takes' }] },
    })
    expect(check({ ...changes, sdgs: [2] }, [fao]).finding.verdict).toBe('cleared')
  })
})

describe('routed', () => {
  const check = (changes: Partial<Offer>, profile: Partial<CompanyProfile> = {}) =>
    routed(offer(changes), company(profile), context({ organisations }))

  test('goes to the entity by mandate, to its office by mandate and place, to an office of its own by place', () => {
    expect(check({ sdgs: [6], countries: ['KEN'], title: 'Wells', description: 'Wells.' }).routes).toEqual([
      { organisationId: 'unicef', because: 'mandate' },
      { organisationId: 'unicef-kenya', because: 'mandate-and-place' },
      { organisationId: 'coordinator-kenya', because: 'place' },
    ])
  })

  test('a region holds its countries, and anywhere holds all', () => {
    const ids = (changes: Partial<Offer>) =>
      check({ sdgs: [6], title: 'Wells', description: 'Wells.', ...changes }).routes.map(
        (route) => route.organisationId,
      )
    expect(ids({ countries: [], regions: ['014'] })).toContain('unicef-kenya')
    expect(ids({ countries: [], regions: ['005'] })).not.toContain('unicef-kenya')
    expect(ids({ countries: [], regions: [] })).toContain('unicef-kenya')
  })

  test('an entity that does not take the kind does not hear of it', () => {
    expect(
      check({ sdgs: [2, 6], contributionTypes: ['cash'] }).routes.map((route) => route.organisationId),
    ).not.toContain('fao')
    expect(
      check({ sdgs: [2, 6], contributionTypes: ['expertise'] }).routes.map((route) => route.organisationId),
    ).toContain('fao')
  })

  test('an overlay bars the entity and its offices, no other', () => {
    const found = check({ sdgs: [2, 6] }, { declarations: { alcohol: 16 } })
    expect(found.barredFor).toEqual(['unicef'])
    expect(found.routes.map((route) => route.organisationId)).toEqual(['fao', 'coordinator-kenya'])
    expect(found.finding.verdict).toBe('cleared')
  })

  test('names the entities to one another', () => {
    expect(check({ sdgs: [2, 6] }).finding.reasons[0]?.facts).toEqual({
      entities: 'UNICEF, FAO',
      count: 2,
      offices: 2,
    })
  })

  test('an offer that names no subject goes to all who take its kind', () => {
    const nameless: Partial<Offer> = { sdgs: [], title: 'Chess', description: 'Chess.', countries: ['PER'] }
    expect(check(nameless).routes.map((route) => route.organisationId)).toEqual(['unicef', 'fao', 'fao-peru'])
  })

  test('an offer that fits nobody stays in the lists', () => {
    const { finding, routes } = check({
      sdgs: [17],
      title: 'Chess',
      description: 'Chess.',
      countries: ['PER'],
    })
    expect(routes).toEqual([])
    expect(rulesOf(finding)).toEqual(['routed.lists-only'])
  })
})
