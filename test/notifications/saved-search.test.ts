import { expect, test } from '@jest/globals'
import type { AlertRule } from '../../server/notifications/alert-rule.ts'
import { addressOf, ruleSearchOf, searchAt, searchKey } from '../../server/notifications/saved-search.ts'

const everything =
  '/needs?q=solar+%26+wind&type=cash&type=expertise&sdg=7&region=202&group=199&country=KEN&language=fr&organisation=abc'

test('a rule keeps all that a listing can be narrowed by, and leads back to it', () => {
  const saved = searchAt(`${everything}&status=met&sort=ending&cursor=x&limit=50`)
  const search = saved && ruleSearchOf(saved.query)
  expect(saved?.side).toBe('need')
  expect(search).toEqual({
    q: 'solar & wind',
    contributionTypes: ['cash', 'expertise'],
    sdgs: [7],
    regions: ['202'],
    groups: ['199'],
    countries: ['KEN'],
    languages: ['fr'],
    organisations: ['abc'],
  })
  expect(addressOf({ ...search, side: 'need' } as AlertRule)).toBe(everything)
})

test('a search for nothing in particular is a rule for everything', () => {
  const saved = searchAt('/offers')
  expect(saved && ruleSearchOf(saved.query)).toEqual({
    ...{ contributionTypes: [], sdgs: [], regions: [], groups: [], countries: [] },
    ...{ languages: [], organisations: [] },
  })
})

test.each(['/matches', 'https://evil.example/offers', '/offers/new', '', undefined, ['/offers', '/needs']])(
  '%j is no search',
  (address) => {
    expect(searchAt(address)).toBeNull()
  },
)

const keyOf = (address: string) => {
  const saved = searchAt(address)
  return saved && searchKey(saved.side, ruleSearchOf(saved.query))
}

test('the order of choices, capitals and how results are sorted make no other search', () => {
  expect(keyOf('/needs?q=Solar%20%20Pumps&sdg=7&sdg=6&sort=newest')).toBe(
    keyOf('/needs?sdg=6,7&q=solar+pumps'),
  )
  expect(keyOf('/needs?sdg=6')).not.toBe(keyOf('/offers?sdg=6'))
  expect(keyOf('/needs?region=199')).not.toBe(keyOf('/needs?group=199'))
  expect(keyOf('/needs?country=KEN')).not.toBe(keyOf('/needs?q=KEN'))
})
