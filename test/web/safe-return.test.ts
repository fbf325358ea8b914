import { expect, test } from '@jest/globals'
import { safeReturn } from '../../server/web/safe-return.ts'

test.each(['/', '/offers', '/offers?sdg=3&country=KEN', '/needs/1#matches', '/%2F%2Fevil.example', '/عروض'])(
  'a path of this site is kept: %s',
  (next) => expect(safeReturn(next, '/home')).toBe(next),
)

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/offers\r\nSet-Cookie: a=b',
  '/..//evil.example',
  '/./\\evil.example',
  'javascript:alert(1)',
  ' /offers',
  'offers',
  '',
  undefined,
  null,
  ['/offers'],
  { toString: () => '/offers' },
])('anything else leads to the usual place: %j', (next) => {
  expect(safeReturn(next, '/home')).toBe('/home')
})
