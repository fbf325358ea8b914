import type { MatchSide, WordKind } from '../../server/matching/match.ts'
import { newsOf } from '../../server/matching/news.ts'
import { ada, hanna, seen } from './match-records.ts'

interface Said {
  interest?: MatchSide[]
  dismissal?: MatchSide[]
}

const words = (sides: MatchSide[] = []) =>
  Object.fromEntries(sides.map((side) => [side, side === 'offer' ? ada : hanna]))

const untouched = { ...seen('suggested', null).match, offerId: 'offer', needId: 'need' }
const match = ({ interest, dismissal }: Said) => ({
  ...untouched,
  interest: words(interest),
  dismissal: words(dismissal),
})

const refs = { matchId: 'match', offerId: 'offer', needId: 'need' }
const both: MatchSide[] = ['offer', 'need']

test.each<[WordKind, Said, object | null]>([
  ['interest', { interest: ['offer'] }, { kind: 'interest-shown', ...refs, by: 'offer' }],
  ['interest', { interest: both }, { kind: 'match-introduced', ...refs }],
  [
    'interest',
    { interest: ['offer'], dismissal: ['need'] },
    { kind: 'match-dismissed', ...refs, by: 'need' },
  ],
  ['interest', { interest: both, dismissal: ['need'] }, { kind: 'match-dismissed', ...refs, by: 'need' }],
  ['interest', { interest: ['offer'], dismissal: both }, { kind: 'match-dismissed', ...refs, by: 'need' }],
  ['interest', { interest: ['offer'], dismissal: ['offer'] }, null],
  ['interest', { interest: both, dismissal: ['offer'] }, null],
  ['dismissal', { dismissal: ['offer'] }, null],
  ['dismissal', { dismissal: both }, null],
  ['dismissal', { interest: ['offer'], dismissal: ['offer'] }, null],
  [
    'dismissal',
    { interest: ['need'], dismissal: ['offer'] },
    { kind: 'match-dismissed', ...refs, by: 'offer' },
  ],
  ['dismissal', { interest: both, dismissal: ['offer'] }, { kind: 'match-dismissed', ...refs, by: 'offer' }],
])('of the %s of the offer’s side, where %j was said, is told %j', (word, said, event) => {
  expect(newsOf(word, 'offer', match(said))).toEqual(event)
})

test('the need’s side is told of as the offer’s is', () => {
  const shown = match({ interest: ['need'] })
  expect(newsOf('interest', 'need', shown)).toEqual({ kind: 'interest-shown', ...refs, by: 'need' })
  const ended = match({ interest: ['offer'], dismissal: ['need'] })
  expect(newsOf('dismissal', 'need', ended)).toEqual({ kind: 'match-dismissed', ...refs, by: 'need' })
})
