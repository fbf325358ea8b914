import { describe, expect, test } from '@jest/globals'
import { standingOf, storyOf } from '../../server/matching/match-story.ts'
import { createTranslations } from '../../server/web/i18n.ts'
import { ada, hanna, nameOf, seen } from './match-records.ts'

const t = (await createTranslations()).translator('en')

test.each([
  ['suggested', seen('suggested', 'need')],
  ['interest-own', seen('interest', 'offer', { interest: { offer: ada } })],
  ['interest-other', seen('interest', 'need', { interest: { offer: ada } })],
  ['interest-side', seen('interest', null, { interest: { offer: ada } })],
  ['introduced', seen('introduced', 'need', { interest: { offer: ada, need: hanna } })],
  ['dismissed-own', seen('dismissed', 'need', { dismissal: { need: hanna } })],
  ['dismissed-other', seen('dismissed', 'offer', { dismissal: { need: hanna } })],
  ['lapsed', seen('lapsed', 'need')],
])('the reader learns where the match stands: %s', (standing, match) => {
  expect(standingOf(match)).toBe(standing)
})

describe('who said what', () => {
  test('the story is told in the order in which it happened', () => {
    const match = seen('introduced', 'need', { interest: { need: ada, offer: hanna } })
    expect(storyOf(match, nameOf, t).map(({ text, by }) => [text, by])).toEqual([
      ['Found by the matching', undefined],
      ['UNICEF showed interest', 'Ada'],
      ['Acme Cold Chain showed interest', 'Hanna'],
    ])
  })

  test('before the introduction the other side is an organisation without a person', () => {
    const words = { interest: { offer: ada } }
    expect(storyOf(seen('interest', 'offer', words), nameOf, t).at(-1)?.by).toBe('Ada')
    expect(storyOf(seen('interest', 'need', words), nameOf, t).at(-1)).not.toHaveProperty('by')
    expect(storyOf(seen('interest', null, words), nameOf, t).at(-1)).not.toHaveProperty('by')
  })

  test('a dismissal gives its reason in words', () => {
    const match = seen('dismissed', 'offer', { dismissal: { need: { ...hanna, reason: 'too-small' } } })
    expect(storyOf(match, nameOf, t).at(-1)).toEqual({
      at: hanna.at,
      text: 'UNICEF said that it is not relevant',
      detail: 'The quantity is too small',
    })
  })
})
