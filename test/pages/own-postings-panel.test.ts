import { expect, test } from '@jest/globals'
import { ownPostingsPanel } from '../../server/pages/own-postings-panel.ts'
import { createTranslations } from '../../server/web/i18n.ts'
import { postingRecord } from '../factories/posting-records.ts'

const { translator } = await createTranslations()
const now = new Date('2026-11-23T12:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)

const own = [
  { posting: postingRecord({ id: 'a', title: 'Far end', availableUntil: inDays(90) }), status: 'open' },
  { posting: postingRecord({ id: 'b', title: 'Near end', availableUntil: inDays(5) }), status: 'open' },
  { posting: postingRecord({ id: 'c', title: '', publishedAt: null }), status: 'draft' },
  { posting: postingRecord({ id: 'd', title: 'Asked about', askedAt: inDays(-1) }), status: 'open' },
  { posting: postingRecord({ id: 'e', title: 'Past', availableUntil: inDays(-1) }), status: 'expired' },
  { posting: postingRecord({ id: 'f', title: 'Gone', withdrawnAt: inDays(-1) }), status: 'withdrawn' },
]
const panel = (show?: unknown) => ownPostingsPanel(own, { show, now, t: translator('en') })
const titles = (show?: unknown) => panel(show).postings.map(({ title }) => title)

test.each([
  [
    'all, those to be renewed first',
    undefined,
    ['Near end', 'Asked about', 'Past', 'Far end', 'Draft without a title', 'Gone'],
  ],
  ['those to be renewed', 'due', ['Near end', 'Asked about', 'Past']],
  ['those that are open', 'open', ['Near end', 'Asked about', 'Far end']],
  ['drafts', 'drafts', ['Draft without a title']],
  ['those that are over', 'over', ['Past', 'Gone']],
  [
    'all where the address names no group',
    'constructor',
    ['Near end', 'Asked about', 'Past', 'Far end', 'Draft without a title', 'Gone'],
  ],
])('the account page shows %s', (_what, show, expected) => {
  expect(titles(show)).toEqual(expected)
})

test('a tab counts its group, and one without any is left out unless it is the one shown', () => {
  const tabs = (show?: string) => panel(show).tabs?.map(({ label, count }) => [label, count])
  expect(tabs()).toEqual([
    ['All', 6],
    ['To renew', 3],
    ['Open', 3],
    ['Drafts', 1],
    ['Over', 2],
  ])
  expect(tabs('checked')).toContainEqual(['In screening', 0])
})

test('what is due is renewed in its row, in the words that fit it', () => {
  const rows = panel('due').postings
  expect(rows.map(({ renewal, renewalText }) => [renewal, renewalText])).toEqual([
    ['/offers/b/renewal', 'Renew'],
    ['/offers/d/renewal', 'It still stands'],
    ['/offers/e/renewal', 'Renew'],
  ])
  expect(panel('open').postings.at(-1)?.renewal).toBeUndefined()
})
