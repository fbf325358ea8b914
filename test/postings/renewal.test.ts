import { expect, test } from '@jest/globals'
import { dueLook, nextLookAt } from '../../server/postings/look.ts'
import { endOf } from '../../server/postings/posting-end.ts'
import { renewal } from '../../server/postings/renewal.ts'
import { withdrawalUndone } from '../../server/postings/undo.ts'
import { postingRecord } from '../factories/posting-records.ts'

const at = (text: string) => new Date(text)
const published = at('2026-11-01T08:00:00Z')
const offer = (changes: object = {}) => postingRecord({ publishedAt: published, ...changes })
const need = (changes: object = {}) => offer({ side: 'need', ...changes })
const until = { availableUntil: at('2026-12-01T23:59:59.999Z') }
const imported = { source: { format: 'un-info', key: '1' } }

test.each([
  ['an offer that names an end', offer(until), '2026-12-01T23:59:59.999Z'],
  ['a need that names none, after 180 days', need(), '2027-04-30T23:59:59.999Z'],
  [
    'a need renewed later, 180 days after that',
    need({ termFrom: at('2027-04-30T23:59:59.999Z') }),
    '2027-10-27T23:59:59.999Z',
  ],
  [
    'a standing offer that was asked about',
    offer({ askedAt: at('2027-01-30T08:00:00Z') }),
    '2027-02-13T08:00:00.000Z',
  ],
  ['a standing offer', offer(), undefined],
  ['a draft of a need', need({ publishedAt: null }), undefined],
  ['an imported need without an end', need(imported), undefined],
])('%s ends in its time', (_what, posting, end) => {
  expect(endOf(posting)?.toISOString()).toBe(end)
})

test.each([
  [
    'by its own length, before its end',
    offer(until),
    'open',
    '2026-11-28T10:00:00Z',
    { availableUntil: at('2027-01-01T23:59:59.999Z') },
  ],
  [
    'from now, after its end',
    offer(until),
    'expired',
    '2027-03-01T10:00:00Z',
    { availableUntil: at('2027-04-01T23:59:59.999Z') },
  ],
  [
    'by no less than a week',
    offer({ availableUntil: at('2026-11-03T23:59:59.999Z') }),
    'open',
    '2026-11-03T09:00:00Z',
    { availableUntil: at('2026-11-10T23:59:59.999Z') },
  ],
  [
    'by no more than a year',
    offer({ availableUntil: at('2029-11-01T23:59:59.999Z') }),
    'open',
    '2029-10-31T09:00:00Z',
    { availableUntil: at('2030-11-01T23:59:59.999Z') },
  ],
  [
    'a second time by the same length',
    offer({ availableUntil: at('2027-01-01T23:59:59.999Z'), termFrom: at('2026-12-01T23:59:59.999Z') }),
    'open',
    '2026-12-30T09:00:00Z',
    { availableUntil: at('2027-02-01T23:59:59.999Z') },
  ],
  [
    'by half a year where no end was named',
    need(),
    'expired',
    '2027-05-05T10:00:00Z',
    { termFrom: at('2027-05-05T10:00:00Z') },
  ],
  [
    'by a word where it stands',
    offer({ askedAt: at('2027-01-30T08:00:00Z') }),
    'open',
    '2027-02-01T10:00:00Z',
    { confirmedAt: at('2027-02-01T10:00:00Z'), askedAt: undefined },
  ],
])('a posting is renewed %s', (_how, posting, status, now, term) => {
  expect(renewal(posting, status, at(now))).toMatchObject(term)
})

test.each([
  ['a week and a minute before its end', offer(until), 'open', '2026-11-24T23:58:00Z', 'not-due'],
  [
    'which somebody has just renewed',
    offer({ ...until, termFrom: at('2026-11-20T09:59:00Z') }),
    'open',
    '2026-11-20T10:00:00Z',
    'already-renewed',
  ],
  ['that stands and was not asked about', offer(), 'open', '2027-01-29T10:00:00Z', 'not-due'],
  [
    'that somebody has just confirmed',
    offer({ confirmedAt: at('2027-02-01T09:59:00Z') }),
    'open',
    '2027-02-01T10:00:00Z',
    'already-renewed',
  ],
  [
    'that was withdrawn',
    offer({ ...until, withdrawnAt: published }),
    'withdrawn',
    '2026-11-30T10:00:00Z',
    'already-withdrawn',
  ],
  ['that was refused', offer(until), 'refused', '2026-11-30T10:00:00Z', 'closed'],
  ['that is a draft', offer({ ...until, publishedAt: null }), 'draft', '2026-11-30T10:00:00Z', 'closed'],
])('a posting %s is not renewed', (_why, posting, status, now, refusal) => {
  expect(() => renewal(posting, status, at(now))).toThrow(expect.objectContaining({ refusal }))
})

const asked = offer({ askedAt: at('2027-01-30T08:00:00Z') })
test.each([
  ['a standing offer after 90 days', offer(), '2026-11-01T08:00:00Z', '2027-01-30T08:00:00.000Z'],
  ['one of long ago as soon as possible', offer(), '2028-01-01T00:00:00Z', '2027-01-30T08:00:00.000Z'],
  [
    'one that was confirmed 90 days later',
    offer({ confirmedAt: at('2027-02-01T08:00:00Z') }),
    '2027-02-01T08:00:00Z',
    '2027-05-02T08:00:00.000Z',
  ],
  [
    'one that was asked about a week before it leaves the lists',
    asked,
    '2027-01-30T08:00:00Z',
    '2027-02-06T08:00:00.000Z',
  ],
  ['one with an end a week before it', offer(until), '2026-11-01T08:00:00Z', '2026-11-24T23:59:59.999Z'],
  ['then a day before it', offer(until), '2026-11-24T23:59:59.999Z', '2026-11-30T23:59:59.999Z'],
  ['then at its end', offer(until), '2026-11-30T23:59:59.999Z', '2026-12-01T23:59:59.999Z'],
  ['then no more', offer(until), '2026-12-01T23:59:59.999Z', undefined],
  ['a withdrawn one never', offer({ ...until, withdrawnAt: published }), '2026-11-01T08:00:00Z', undefined],
  ['an imported one never', offer({ ...until, ...imported }), '2026-11-01T08:00:00Z', undefined],
])('the clock looks at %s', (_what, posting, from, moment) => {
  expect(nextLookAt(posting, at(from))?.toISOString()).toBe(moment)
})

test.each([
  ['2026-11-24T23:59:59.998Z', undefined],
  ['2026-11-25T10:00:00Z', { kind: 'ending', days: 7 }],
  ['2026-12-01T10:00:00Z', { kind: 'ending', days: 1 }],
  ['2027-06-01T10:00:00Z', { kind: 'ended' }],
])('after a pause until %s only the last of what came is told', (now, look) => {
  const found = dueLook(offer(until), at('2026-11-24T23:59:59.999Z'), at(now))
  if (look) expect(found).toMatchObject(look)
  else expect(found).toBeUndefined()
})

test.each([
  ['for a day', '2026-11-24T10:00:00Z', undefined],
  ['and no longer', '2026-11-24T10:00:00.001Z', 'too-late'],
])('a withdrawal can be undone %s', (_how, now, refusal) => {
  const withdrawn = offer({ withdrawnAt: at('2026-11-23T10:00:00Z') })
  const undo = () => withdrawalUndone(withdrawn, at(now))
  if (refusal) expect(undo).toThrow(expect.objectContaining({ refusal }))
  else expect(undo()).toEqual({ withdrawnAt: null })
})

test('what is not withdrawn can’t be brought back', () => {
  expect(() => withdrawalUndone(offer(), published)).toThrow(
    expect.objectContaining({ refusal: 'not-withdrawn' }),
  )
})
