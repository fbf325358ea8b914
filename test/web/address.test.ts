import { expect, test } from '@jest/globals'
import { addressWith } from '../../server/web/address.ts'

test.each([
  ['/offers', { sdg: 3 }, '/offers?sdg=3'],
  ['/offers?sdg=3&q=solar', { sdg: 4 }, '/offers?q=solar&sdg=4'],
  ['/offers?country=KEN&country=PER', { country: ['KEN', 'NPL'] }, '/offers?country=KEN&country=NPL'],
  ['/offers?cursor=abc&q=a', { cursor: undefined }, '/offers?q=a'],
  ['/offers?cursor=abc', { cursor: '' }, '/offers'],
  ['/offers?country=KEN', { country: [] }, '/offers'],
  ['/offers?q=a%3Fb&x=1', { lang: 'fr' }, '/offers?q=a%3Fb&x=1&lang=fr'],
  ['/offers#results', { q: 'a&b' }, '/offers?q=a%26b'],
])('%s with %j is %s', (address, changes, expected) => {
  expect(addressWith(address, changes)).toBe(expected)
})
