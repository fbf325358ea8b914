import { responseFigures } from '../../server/answers/response-figures.ts'
import type { Answer } from '../../server/answers/answer.ts'

const at = (text: string) => new Date(`2027-${text}T12:00:00Z`)
const by = { accountId: 'a', name: 'Hanna', organisation: 'UNICEF' }
const said = (day: string) => ({ kind: 'interested' as const, at: at(day), by })

const asked = (changes: Partial<Answer> = {}) => ({
  ...{ askedAt: at('03-01'), dueAt: at('03-15'), until: null, closedAt: null, word: null },
  ...changes,
})

test.each([
  ['nobody was asked', [], { asked: 0, waiting: 0, answeredInTime: 0, rate: null }],
  [
    'four are too few',
    Array(4).fill(asked({ word: said('03-02') })),
    { asked: 4, answeredInTime: 4, rate: null },
  ],
  [
    'five answers, one late',
    [...Array(4).fill(asked({ word: said('03-03') })), asked({ word: said('03-20') })],
    { asked: 5, answeredInTime: 4, rate: 0.8, time: { value: 2 * 86_400_000, cases: 5 } },
  ],
  [
    'what is not due yet waits and is not held against anybody',
    [...Array(5).fill(asked({ word: said('03-03') })), asked({ dueAt: at('04-20') })],
    { asked: 6, waiting: 1, rate: 1 },
  ],
  [
    'an offer that ended before its answer was due does not count, one that ended later does',
    [
      ...Array(4).fill(asked({ word: said('03-03') })),
      asked({ closedAt: at('03-10') }),
      asked({ until: at('03-30') }),
    ],
    { asked: 5, waiting: 0, rate: 0.8 },
  ],
])('%s', (_name, answers, expected) => {
  expect(responseFigures(answers, at('04-10'))).toMatchObject(expected)
})
