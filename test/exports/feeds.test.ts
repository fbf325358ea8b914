import { atomOf } from '../../server/exports/atom.ts'
import { isKnown } from '../../server/exports/is-known.ts'
import { createLastChanges } from '../../server/exports/last-changes.ts'
import { stableId } from '../../server/exports/stable-id.ts'

const head = { language: 'ar', listing: '/offers', self: '/offers.atom', baseUrl: 'https://concord.example' }
const entry = {
  ...{ key: 'offer:1', language: 'zh', path: '/offers/1', author: 'A & B <c>', categories: [] },
  ...{ published: new Date('2027-01-01T00:00:00Z'), updated: new Date('2027-02-01T00:00:00Z') },
}

test('an id never changes: readers would take everything for new', () => {
  expect(stableId('offer:65f000000000000000000001')).toBe('urn:uuid:3c07ebd4-bc50-5fa6-a901-f012dea17b76')
  expect(stableId('need:65f000000000000000000001')).not.toBe(stableId('offer:65f000000000000000000001'))
})

test('what people write can neither break the feed nor be taken for its markup', () => {
  const wild = 'a\u0000\u000b</title><entry>]]>\ud800 <script>&amp;'
  const xml = atomOf([{ ...entry, title: wild, summary: [wild] }], { ...head, title: `“${wild}”` })
  expect(xml.match(/<entry/g)).toHaveLength(1)
  expect(xml).toContain('<entry xml:lang="zh">')
  expect(xml).toContain('<![CDATA[a&lt;/title&gt;&lt;entry&gt;]]&gt; &lt;script&gt;&amp;amp;]]>')
  expect(xml).toContain('<name>A &amp; B &lt;c&gt;</name>')
  for (const never of ['\u0000', '\u000b', '\ud800', '<script']) expect(xml).not.toContain(never)
  expect(xml).toMatch(/<updated>2027-02-01T00:00:00.000Z<\/updated>/)
})

test('the same entries make the same feed, also when there are none', () => {
  const empty = () => atomOf([], { ...head, title: 'Nothing' })
  expect(empty()).toBe(empty())
  expect(empty()).toContain('<updated>1970-01-01T00:00:00.000Z</updated>')
})

test('a change is dated when it is first seen, each later than the one before, to the second', () => {
  const lastChange = createLastChanges()
  const at = (second: number) => new Date(second * 1_000 + 400)
  expect(lastChange('/a', 'one', at(10))).toEqual(new Date(10_000))
  expect(lastChange('/a', 'one', at(20))).toEqual(new Date(10_000))
  expect(lastChange('/a', 'two', at(30))).toEqual(new Date(30_000))
  expect(lastChange('/a', 'one', at(30))).toEqual(new Date(31_000))
  expect(lastChange('/b', 'one', at(40))).toEqual(new Date(40_000))
})

test.each([
  [{ 'if-none-match': '"a", W/"b"' }, true],
  [{ 'if-none-match': '"b"' }, true],
  [{ 'if-none-match': '*' }, true],
  [{ 'if-none-match': '"c"', 'if-modified-since': 'Tue, 01 Jan 2030 00:00:00 GMT' }, false],
  [{ 'if-modified-since': 'Mon, 01 Mar 2027 00:00:00 GMT' }, true],
  [{ 'if-modified-since': 'Sun, 28 Feb 2027 23:59:59 GMT' }, false],
  [{ 'if-modified-since': 'yesterday' }, false],
  [{}, false],
])('with %j the reader has it: %s', (conditions, known) => {
  expect(isKnown(conditions, 'W/"b"', new Date('2027-03-01T00:00:00Z'))).toBe(known)
})
