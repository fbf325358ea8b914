import { expect, test } from '@jest/globals'
import type { MatchStatus } from '../../server/matching/match.ts'
import type { SeenMatch } from '../../server/matching/match-access.ts'
import { matchesPanel } from '../../server/pages/matches-panel.ts'
import { createTranslations } from '../../server/web/i18n.ts'

const t = (await createTranslations()).translator('en')
const factor = (name: string, points: number) => ({
  factor: name,
  points,
  of: 50,
  message: { key: name, values: {} },
})
const factors = [factor('time', 3), factor('topic', 28), factor('urgency', 0), factor('place', 12)]
const seen = (id: string, status: MatchStatus) =>
  ({
    match: { id, score: 80, factors },
    need: { title: `Need ${id}`, language: 'fr' },
    offer: { title: `Offer ${id}`, language: 'en' },
    status,
  }) as unknown as SeenMatch

const titles = (found: SeenMatch[]) => matchesPanel(found, 'need', t, 'en').items.map(({ title }) => title)

test('matches that ended are not shown', () => {
  expect(
    titles([seen('a', 'introduced'), seen('b', 'lapsed'), seen('c', 'dismissed'), seen('d', 'suggested')]),
  ).toEqual(['Need a', 'Need d'])
})

test('the best eight are shown, with the way to all of them', () => {
  const many = Array.from({ length: 9 }, (_, index) => seen(String(index), 'suggested'))
  const panel = matchesPanel(many, 'offer', t, 'en')
  expect(panel.items).toHaveLength(8)
  expect(panel.items[0]).toMatchObject({ title: 'Offer 0', language: 'en', href: '/matches/0' })
  expect(panel.all).toBe('/matches')
  expect(matchesPanel(many.slice(1), 'offer', t, 'en').all).toBeUndefined()
})
