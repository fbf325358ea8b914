import { describe, expect, test } from '@jest/globals'
import { demoNeeds, demoOffers } from '../../scripts/demo/index.ts'
import { weighConcepts } from '../../server/postings/posting-concepts.ts'
import { isIndustry } from '../../server/vocabulary/industries.ts'
import { isCountry, isRegion } from '../../server/vocabulary/places.ts'
import { isSdg, isTarget } from '../../server/vocabulary/sdgs.ts'

describe.each([...demoNeeds, ...demoOffers])('$key', (posting) => {
  test('keeps to the lengths and codes of the API', () => {
    expect(posting.title.length).toBeGreaterThanOrEqual(5)
    expect(posting.title.length).toBeLessThanOrEqual(160)
    expect(posting.description.length).toBeGreaterThanOrEqual(80)
    expect(posting.description.length).toBeLessThanOrEqual(10_000)
    expect(posting.contributionTypes).not.toEqual([])
    expect(posting.sdgs.filter((goal) => !isSdg(goal))).toEqual([])
    expect(posting.countries.filter((code) => !isCountry(code))).toEqual([])
    expect(posting.regions.filter((code) => !isRegion(code))).toEqual([])
    expect(isIndustry(posting.industry ?? '2819')).toBe(true)
  })

  test('names targets of its own goals only', () => {
    const targets = posting.sdgTargets ?? []
    expect(targets.filter((target) => !isTarget(target))).toEqual([])
    expect(posting.sdgs).toEqual(expect.arrayContaining(targets.map((target) => Number.parseInt(target))))
  })

  test('is written in the script of its language', () => {
    const scripts = { ar: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u }
    const script = scripts[posting.language as keyof typeof scripts] ?? /\p{Script=Latin}/u
    expect(posting.title).toMatch(script)
    expect(posting.description).toMatch(script)
  })
})

test.each(demoNeeds)('the end of $key agrees with its state', ({ state, availableUntilDays = 0 }) => {
  expect(availableUntilDays < 0).toBe(state === 'expired')
})

test.each(demoNeeds)('the words of $key name a topic, so that other languages find it', (need) => {
  expect(weighConcepts(need).size).toBeGreaterThan(0)
})
