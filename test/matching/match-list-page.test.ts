import { expect, test } from '@jest/globals'
import { matchListPage } from '../../server/matching/match-list-page.ts'
import { createTranslations } from '../../server/web/i18n.ts'
import { ada, nameOf, seen } from './match-records.ts'

const context = {
  status: undefined as unknown,
  page: undefined as unknown,
  nameOf,
  t: (await createTranslations()).translator('en'),
  language: 'en',
}
const some = [
  seen('suggested', 'offer', { score: 91 }),
  seen('interest', 'offer', { score: 85, interest: { offer: ada } }),
  seen('introduced', 'offer', { score: 80 }),
  seen('lapsed', 'offer', { score: 70 }),
]
const scores = (page: ReturnType<typeof matchListPage>) => page.items.map(({ score }) => score)

test.each<[unknown, number[]]>([
  [undefined, [91, 85]],
  ['interest', [85]],
  ['introduced', [80]],
  ['dismissed', []],
  ['lapsed', [70]],
  ['__proto__', [91, 85]],
  [
    ['lapsed', 'open'],
    [91, 85],
  ],
])('with status=%j in the address the matches scored %j are shown', (status, expected) => {
  expect(scores(matchListPage(some, { ...context, status }))).toEqual(expected)
})

test('each group is counted, and the one that is shown is marked', () => {
  const { tabs } = matchListPage(some, { ...context, status: 'lapsed' })
  expect(tabs.map(({ label, count }) => `${label} ${count}`)).toEqual([
    'Open 2',
    'Interest shown 1',
    'Introduced 1',
    'Ended 0',
    'Not relevant 0',
    'Lapsed 1',
  ])
  expect(tabs.filter(({ current }) => current).map(({ href }) => href)).toEqual(['/matches?status=lapsed'])
})

test.each<[unknown, string | false, string | false]>([
  ['1', false, '/matches?page=2'],
  ['2', '/matches', '/matches?page=3'],
  ['3', '/matches?page=2', false],
  ['99', '/matches?page=2', false],
  ['-1', false, '/matches?page=2'],
  ['many', false, '/matches?page=2'],
])('45 matches make three pages; page=%j leads to %j and %j', (page, previous, next) => {
  const many = Array.from({ length: 45 }, () => seen('suggested', 'offer'))
  expect(matchListPage(many, { ...context, page }).pagination).toMatchObject({ previous, next })
})

test('a company reads the need first, the UN side the offer', () => {
  const ofSide = (side: 'offer' | 'need') =>
    matchListPage([seen('suggested', side)], context).items[0]?.first?.title
  expect(ofSide('offer')).toBe('Refrigerators for Turkana')
  expect(ofSide('need')).toBe('Fifty refrigerators')
})
