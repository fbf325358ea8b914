import { describe, expect, test } from '@jest/globals'
import { isNoneOf, isOneOf, openNow } from '../../server/postings/posting-filter.ts'
import { quote } from '../../server/search/filter.ts'

describe('a filter', () => {
  test.each([
    ['KEN', '"KEN"'],
    ['say "no"', '"say \\"no\\""'],
    ['back\\slash', '"back\\\\slash"'],
    ['\\" OR id EXISTS', '"\\\\\\" OR id EXISTS"'],
  ])('quotes %s', (value, literal) => {
    expect(quote(value)).toBe(literal)
  })

  test('of any or none of several values', () => {
    expect(isOneOf('sdgs', [3, 7])).toBe('sdgs IN ["3", "7"]')
    expect(isNoneOf('barredFor', ['a"b'])).toBe('barredFor NOT IN ["a\\"b"]')
    expect(isOneOf('countries', [])).toBe('countries IN []')
  })

  test('of what is open at a moment', () => {
    expect(openNow(new Date('2026-03-01T12:00:00.500Z'))).toBe(
      'state IN ["open", "partly-met"] AND openUntil > 1772366400',
    )
  })
})
