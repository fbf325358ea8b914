import { judgeIndex, type Facts } from '../../server/indexing/judge-index.ts'
import { rebuildPatience } from '../../server/indexing/rebuild-patience.ts'

const made = '2026-11-20T10:00:00Z'
const well: Facts = {
  live: { createdAt: made, primaryKey: 'id' },
  hasNext: false,
  state: { uid: 'offers', live: { version: 3, createdAt: made } },
  ...{ documents: 5, held: 5, busy: false },
  differences: [],
  atStart: false,
}
const other = { version: 3, createdAt: '2026-11-21T10:00:00Z' }

test.each<[string, Partial<Facts>, object]>([
  ['all is well', {}, { act: 'nothing' }],
  ['there is none and nothing for it', { live: null, held: 0, documents: 0 }, { act: 'create' }],
  ['there is none', { live: null, documents: 0 }, { act: 'rebuild', sure: true }],
  ['an empty one of unknown origin', { state: null, held: 0, documents: 0 }, { act: 'create' }],
  ['one of unknown origin', { state: null }, { act: 'rebuild', sure: true }],
  ['made by somebody else', { state: { uid: 'offers', live: other } }, { act: 'rebuild', sure: true }],
  ['another primary key', { live: { createdAt: made, primaryKey: 'key' } }, { act: 'rebuild', sure: true }],
  [
    'swapped and then killed',
    { state: { uid: 'offers', live: other, next: { version: 3, createdAt: made, since: new Date() } } },
    { act: 'adopt' },
  ],
  [
    'documents of an older version',
    { state: { uid: 'offers', live: { version: 2, createdAt: made } } },
    { act: 'rebuild', sure: true },
  ],
  [
    'documents of a newer version, while this process runs',
    { state: { uid: 'offers', live: { version: 4, createdAt: made } } },
    { act: 'nothing' },
  ],
  [
    'documents of a newer version, at start',
    { state: { uid: 'offers', live: { version: 4, createdAt: made } }, atStart: true },
    { act: 'rebuild', sure: true },
  ],
  ['other synonyms', { differences: ['synonyms'] }, { act: 'settings', names: ['synonyms'] }],
  ['other filters', { differences: ['synonyms', 'filterableAttributes'] }, { act: 'rebuild', sure: true }],
  [
    'other filters of an empty index',
    { differences: ['filterableAttributes'], documents: 0, held: 0 },
    { act: 'settings', names: ['filterableAttributes'] },
  ],
  ['one document too few', { documents: 4 }, { act: 'rebuild', sure: false }],
  ['one too few, at start', { documents: 4, atStart: true }, { act: 'rebuild', sure: true }],
  ['one too few, while records wait', { documents: 4, busy: true }, { act: 'nothing' }],
  [
    'killed after the swap was known',
    { state: { ...well.state!, behindSince: new Date() } },
    { act: 'catch-up' },
  ],
  ['something stands beside it', { hasNext: true }, { act: 'clear-away' }],
])('%s', (_, facts, verdict) => {
  expect(judgeIndex({ version: 3 }, { ...well, ...facts })).toMatchObject(verdict)
})

test('a doubtful reason counts when it is seen twice, and each rebuilding is followed by a longer pause', () => {
  const may = rebuildPatience()
  const at = (minutes: number) => new Date(Date.UTC(2026, 10, 20, 0, minutes))
  expect(may('offers', 'too few', false, at(0))).toBe(false)
  expect(may('needs', 'too few', false, at(0))).toBe(false)
  expect(may('offers', 'too few', false, at(0))).toBe(true)
  const allowed = [0.5, 1, 2, 2.5, 3, 6, 7, 10].filter((minutes) =>
    may('offers', 'missing', true, at(minutes)),
  )
  expect(allowed).toEqual([1, 3, 7])
  expect(may('offers', 'missing', true, at(3 * 24 * 60))).toBe(true)
  expect(may('offers', 'missing', true, at(3 * 24 * 60 + 1.5))).toBe(true)
})
