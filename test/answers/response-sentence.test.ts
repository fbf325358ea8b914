import { question, type Answer } from '../../server/answers/answer.ts'
import { responseSentence } from '../../server/answers/response-sentence.ts'
import { createTranslations } from '../../server/web/i18n.ts'

const day = 86_400_000
const now = new Date('2026-11-20T08:00:00Z')
const asked = new Date('2026-10-01T08:00:00Z')

const answered = (days: number): Answer => ({
  ...question(asked),
  ...{ id: 'a', offerId: 'o', organisationId: 'unicef', speakers: [], until: null },
  word: {
    kind: 'interested',
    at: new Date(asked.getTime() + days * day),
    by: { accountId: 'h', name: 'Hanna', organisation: 'unicef' },
  },
})

test.each([
  ['en', [1, 2, 2, 3, 40], '80% of the offers put to it answered in time; half of the answers within 2 days'],
  ['en', [1, 1, 1, 1], undefined],
])('in %s answers after %j days read: %s', async (language, days, sentence) => {
  const t = (await createTranslations()).translator(language)
  expect(responseSentence(days.map(answered), now, { language, t })).toBe(sentence)
})
